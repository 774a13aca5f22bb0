/** How emails name the kinds of task, inside a sentence. */
export const assignmentKindTexts = {
  id: {
    field_visit: "kunjungan lapangan",
    need_assessment: "telaah kebutuhan",
    regulation_review: "telaah kesesuaian aturan",
    endorsement: "pengukuhan usulan",
    second_reading: "pembacaan kedua",
    impact_assessment: "telaah dampak",
    arrival_confirmation: "kepastian bahwa bantuan tiba",
  },
  en: {
    field_visit: "field visit",
    need_assessment: "need assessment",
    regulation_review: "regulation review",
    endorsement: "endorsement",
    second_reading: "second reading",
    impact_assessment: "impact assessment",
    arrival_confirmation: "confirmation that help arrived",
  },
};

export type AssignmentKindName = keyof typeof assignmentKindTexts.id;

import { answerLead } from "~/features/leading/answer-lead.server";
import { nameLeader } from "~/features/leading/name-leader.server";
import { addMentoringNote } from "~/features/mentoring/add-mentoring-note.server";
import { answerMentoring } from "~/features/mentoring/answer-mentoring.server";
import { askMentor } from "~/features/mentoring/ask-mentor.server";
import { endMentoring } from "~/features/mentoring/end-mentoring.server";
import { today } from "~/platform/clock.server";
import { peopleOf } from "./organizations";
import type { Timeline } from "./timeline";
import { type World, formKey, known } from "./world.server";

/** What the demo's women leaders took on: a program that one leads, one that she is asked to, and three mentorings at three stages. */
export function planLeaders(world: World, timeline: Timeline): void {
  const mentorings = new Map<string, string>();
  const ask = async (community: string, mentor: string, wish: string) => {
    const organizationId = world.organization(community);
    const asked = await world.does(peopleOf(community).sender, askMentor, { organizationId, mentorId: world.organization(mentor), wish });
    mentorings.set(community, asked.mentoringId);
  };
  const answer = (community: string, mentor: string, words: string) =>
    world.does(mentor, answerMentoring, { mentoringId: known(mentorings, community), accept: true, answer: words });
  const note = (community: string, person: string, text: string) =>
    world.does(person, addMentoringNote, { ...formKey(), mentoringId: known(mentorings, community), heldOn: today(), text });

  timeline.on(-19, "10.00", "batik names its leader", async () => {
    const input = { proposalId: world.program("batik").proposalId, leaderId: world.organization("pemimpin") };
    const { leadId } = await world.does(peopleOf("canting-randu").sender, nameLeader, input);
    await world.does("pemimpin", answerLead, { leadId, accept: true, note: "Saya memimpin kelompok ini sejak awal." });
  });
  timeline.on(-2, "10.30", "the counselling program asks for a leader", () =>
    world.does(peopleOf("pelita-keluarga").sender, nameLeader, {
      proposalId: world.program("konseling").proposalId,
      leaderId: world.organization("pemimpin"),
    }),
  );
  const sinau = "omah-sinau";
  timeline.on(-120, "19.00", "the family asks for a mentor", () =>
    ask(sinau, "pemimpin", "Kami belum biasa mencatat uang masuk dan keluar, dan ingin orang tua ikut menjaga jadwal belajar."),
  );
  timeline.on(-118, "08.00", "and has one", () => answer(sinau, "pemimpin", "Bersedia. Kita mulai dari buku kas, dua minggu sekali."));
  timeline.on(-104, "16.00", "the first session", () =>
    note(sinau, "pemimpin", "Buku kas dibuat bersama. Disepakati dicatat pada hari yang sama."),
  );
  timeline.on(-76, "16.00", "the second session", () =>
    note(sinau, "ketua.sinau", "Sebelas orang tua hadir dan membagi jadwal jaga sore. Buku kas cocok dengan nota."),
  );
  const rukun = "rukun-kedungtuban";
  timeline.on(-200, "09.00", "the network asks for a mentor", () =>
    ask(rukun, "pemimpin.cepu", "Enam kelompok ingin ibu-ibu ikut memutuskan letak keran, dan belum tahu cara memulainya."),
  );
  timeline.on(-198, "09.00", "and has one", () => answer(rukun, "pemimpin.cepu", "Bersedia sampai letak keran diputuskan."));
  timeline.on(-180, "14.00", "their session", () =>
    note(rukun, "pemimpin.cepu", "Musyawarah ibu-ibu di enam dukuh, letak keran disepakati."),
  );
  timeline.on(-150, "10.00", "and it is done", () =>
    world.does("pemimpin.cepu", endMentoring, {
      mentoringId: known(mentorings, rukun),
      closing: "Letak keran sudah diputuskan bersama. Terima kasih atas sambutannya.",
    }),
  );
  timeline.on(-3, "20.00", "the youth ask for a mentor", () =>
    ask(
      "tunas-sambong",
      "pemimpin.cepu",
      "Baru tiga dari dua puluh empat peserta bengkel kami perempuan. Bagaimana mengajak lebih banyak?",
    ),
  );
}

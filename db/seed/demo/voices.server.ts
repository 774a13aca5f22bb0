import { answerByCode } from "~/features/concerns/answer-by-code.server";
import type { ConcernKind, Finding } from "~/features/concerns/concern";
import { closeConcern, takeConcern, writeDeskNote } from "~/features/concerns/handle-concern.server";
import { openConcern } from "~/features/concerns/report-concern.server";
import { followGuidance } from "~/features/guidance/follow-guidance.server";
import { publishArticle } from "~/features/guidance/publish-article.server";
import { saveArticle, startArticle } from "~/features/guidance/save-article.server";
import { recordAnswer } from "~/features/residents/answer-question.server";
import { askResidents } from "~/features/residents/ask-residents.server";
import { hideAnswer, showAnswer } from "~/features/residents/moderate-answer.server";
import { type ResidentAnswer, residentAnswers } from "~/features/residents/residents";
import { newId } from "~/kernel/ids";
import { type DemoGuidance, guidanceDraft, guidanceTexts } from "./guidance-texts";
import { demoEmail, peopleOf } from "./organizations";
import type { Timeline } from "./timeline";
import { type World, formKey } from "./world.server";

/** What the extension officer writes, what people are worried about, and what residents answer at the posters. */
export function planVoices(world: World, timeline: Timeline): void {
  timeline.on(-70, "10.00", "a chair follows guidance", () =>
    followGuidance(world.db, {
      ...{ email: demoEmail("ketua.tunas"), language: "id", areaCode: "33.16.06", element: "karang_taruna" },
      ...{ place: "demo", confirmed: true },
    }),
  );
  for (const text of guidanceTexts) planGuidance(world, timeline, text);
  timeline.on(-2, "16.00", "guidance is begun", () => startGuidance(world, guidanceDraft));
  for (const concern of concerns) planConcern(world, timeline, concern);
  for (const poster of posters) planPoster(world, timeline, poster);
}

function startGuidance(world: World, text: typeof guidanceDraft) {
  return world.does("penyuluh", startArticle, { ...formKey(), organizationId: world.organization("penyuluh"), ...text });
}

function planGuidance(world: World, timeline: Timeline, { published, revised, ...text }: DemoGuidance): void {
  let articleId = "";
  timeline.on(published, "14.00", `guidance is published: ${text.title}`, async () => {
    ({ articleId } = await startGuidance(world, text));
    await world.does("penyuluh", publishArticle, { articleId, revision: 1, change: "Terbit pertama", tell: true });
  });
  if (!revised) return;
  timeline.on(revised.day, "09.00", `guidance is revised: ${text.title}`, async () => {
    await world.does("penyuluh", saveArticle, { articleId, revision: 1, ...text, body: `${text.body}\n${revised.add}` });
    await world.does("penyuluh", publishArticle, { articleId, revision: 2, change: revised.change, tell: false });
  });
}

type DemoConcern = {
  day: number;
  program: string;
  kind: ConcernKind;
  happened: string;
  story: string;
  /** Days after it came in. */
  taken?: number;
  asked?: { after: number; question: string; answer?: string };
  closed?: { after: number; outcome: Finding; published: string };
};

const concerns: readonly DemoConcern[] = [
  {
    day: -61,
    program: "sumur",
    kind: "goods",
    happened: "sejak September",
    story: "Kran umum di RT 03 sudah dipasang tetapi belum pernah keluar air. Di papan tertulis selesai.",
    taken: 1,
    asked: { after: 2, question: "Kran yang mana, dekat musala atau dekat pos ronda?", answer: "Dekat pos ronda." },
    closed: {
      after: 8,
      outcome: "founded",
      published:
        "PSM kecamatan tetangga memeriksa: sambungan kurang 12 meter. Disambung dengan swadaya tanpa mengubah RAB, dan tiga warga membenarkan airnya keluar.",
    },
  },
  {
    day: -40,
    program: "belajar",
    kind: "money",
    happened: "",
    story: "Katanya buku tulis yang dibagikan dibeli dari toko saudara pengurus. Saya tidak tahu harganya wajar atau tidak.",
    taken: 2,
    closed: {
      after: 9,
      outcome: "unfounded",
      published:
        "Nota diperiksa dan dibandingkan dengan dua toko lain di Jati: harganya sama atau lebih murah. Pemiliknya bukan kerabat pengurus.",
    },
  },
  {
    day: -6,
    program: "kebun",
    kind: "goods",
    happened: "pertengahan bulan ini",
    story: "Di papan tertulis 40 rak tanam untuk RW kami. Yang saya hitung 22, sepuluh di antaranya kosong.",
    taken: 1,
    asked: { after: 3, question: "Rak yang kosong ada di gang sebelah mana, dekat balai atau dekat sekolah?" },
  },
  {
    day: -1,
    program: "bengkel",
    kind: "bribe",
    happened: "minggu lalu",
    story: "Ada yang bilang peserta pelatihan diminta bayar uang pendaftaran supaya dapat tempat. Mohon diperiksa.",
  },
];

function planConcern(world: World, timeline: Timeline, concern: DemoConcern): void {
  let concernId = "";
  let code = "";
  const { day, taken, asked, closed } = concern;
  timeline.on(day, "20.40", `a concern about ${concern.program}`, async () => {
    const { slug, id } = await programOf(world, concern.program);
    const { kind, happened, story } = concern;
    const report = { key: newId(), kind, happened, story, about: `program:${slug}`, files: [], reply: "code", contact: "" } as const;
    ({ code } = await world.db.transaction().execute((trx) => openConcern(trx, report)));
    const opened = await world.db
      .selectFrom("concerns")
      .select("id")
      .where("proposal_id", "=", id)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    concernId = opened.id;
  });
  if (taken !== undefined)
    timeline.on(day + taken, "09.10", "a concern is taken", () => world.does("administrator", takeConcern, { concernId }));
  if (asked) {
    const text = asked.question;
    timeline.on(day + asked.after, "10.20", "the desk asks", () =>
      world.does("administrator", writeDeskNote, { concernId, voice: "desk", text }),
    );
    const { answer } = asked;
    if (answer) {
      timeline.on(day + asked.after + 1, "19.30", "the reporter answers", () =>
        world.db.transaction().execute((trx) => answerByCode(trx, { code, text: answer })),
      );
    }
  }
  if (!closed) return;
  const { outcome, published } = closed;
  timeline.on(day + closed.after, "15.00", "a concern is closed", () =>
    world.does("administrator", closeConcern, { concernId, outcome, published }),
  );
}

type DemoPoster = {
  program: string;
  community: string;
  day: number;
  tranche: number | null;
  thing: string;
  place: string;
  households: number | null;
  /** How many residents answered each: there, not yet, different. */
  answers: readonly [number, number, number];
  comments: readonly { answer: ResidentAnswer; text: string; desk: "shown" | "hidden" | "unread" }[];
};

const posters: readonly DemoPoster[] = [
  {
    program: "kebun",
    community: "senja-sejahtera",
    day: -25,
    tranche: 1,
    thing: "40 rak tanam",
    place: "RW 04 Kelurahan Ngelo",
    households: 71,
    answers: [3, 1, 4],
    comments: [
      { answer: "different", text: "Ada 22 rak, sebagian kosong.", desk: "shown" },
      { answer: "arrived", text: "Sudah ditanami kangkung.", desk: "shown" },
      { answer: "different", text: "Tanyakan saja kepada ketua RT, ini nomor HP-nya.", desk: "hidden" },
      { answer: "different", text: "Rak di gang sekolah belum diisi tanah.", desk: "unread" },
    ],
  },
  {
    program: "sumur",
    community: "rukun-kedungtuban",
    day: -70,
    tranche: 1,
    thing: "Kran umum yang mengalir",
    place: "RT 01 sampai RT 04 Desa Bajo",
    households: 96,
    answers: [40, 2, 1],
    comments: [{ answer: "arrived", text: "Air keluar pagi dan sore.", desk: "shown" }],
  },
  {
    program: "belajar",
    community: "omah-sinau",
    day: -12,
    tranche: null,
    thing: "Meja belajar dan buku tulis",
    place: "Dukuh Jegong",
    households: null,
    answers: [1, 3, 0],
    comments: [{ answer: "not_yet", text: "Bukunya ada, mejanya belum datang.", desk: "unread" }],
  },
];

function planPoster(world: World, timeline: Timeline, poster: DemoPoster): void {
  let code = "";
  const say = (answer: ResidentAnswer, comment: string) =>
    world.db.transaction().execute((trx) => recordAnswer(trx, { code, answer, comment, device: newId() }));
  timeline.on(poster.day, "11.00", `a poster for ${poster.program}`, async () => {
    const { program, community, tranche: trancheN, thing, place, households } = poster;
    const { proposalId } = world.program(program);
    ({ code } = await world.does(peopleOf(community).writer, askResidents, {
      ...formKey(),
      proposalId,
      trancheN,
      thing,
      place,
      households,
    }));
  });
  timeline.on(poster.day + 3, "17.00", `residents answer about ${poster.program}`, async () => {
    for (const [index, answer] of residentAnswers.entries()) {
      for (let count = poster.answers[index] ?? 0; count > 0; count -= 1) await say(answer, "");
    }
    for (const { answer, text } of poster.comments) await say(answer, text);
  });
  timeline.on(poster.day + 5, "09.00", `the desk reads about ${poster.program}`, async () => {
    for (const { text, desk } of poster.comments) {
      if (desk === "unread") continue;
      const { id: answerId } = await world.db
        .selectFrom("resident_answers")
        .select("id")
        .where("comment", "=", text)
        .executeTakeFirstOrThrow();
      if (desk === "shown") await world.does("verifikator", showAnswer, { answerId });
      else await world.does("verifikator", hideAnswer, { answerId, reason: "personal_data", note: "Menyebut nomor telepon seseorang." });
    }
  });
}

async function programOf(world: World, key: string): Promise<{ id: string; slug: string }> {
  const { proposalId } = world.program(key);
  return world.db.selectFrom("proposals").select(["id", "slug"]).where("id", "=", proposalId).executeTakeFirstOrThrow();
}

import { formatRupiah } from "~/kernel/money";
import { type Sentences, duration, percent, since, size, whole } from "./sentence-parts";

/** Each sentence for its good and its bad state, without a machine's words. */
export const sentencesEn: Sentences = {
  emails: ({ emails, services }, good) => ({
    title: good ? "No email failed" : `${whole(emails.failing, "en")} emails did not arrive`,
    text: !good
      ? `To ${emails.addresses.join(", ")}. What they say is in the workspace too; reach the person through the organisation’s chair.`
      : services.email === "real"
        ? "The email service took them all. None was refused, and none is being tried again."
        : "All are kept on this server. None was sent anywhere.",
    aside: `${whole(emails.failing, "en")} of ${whole(emails.today, "en")} today`,
  }),
  pages: ({ pages }, good) => ({
    title: good ? "Pages open as usual" : pages.failures > 0 ? `${whole(pages.failures, "en")} pages failed to open` : "Pages open slowly",
    text: `Half of the pages are ready in ${whole(pages.halfMs, "en")} milliseconds, the slowest took ${whole(pages.slowestMs, "en")}. ${
      pages.failures === 0 ? "None failed" : `${whole(pages.failures, "en")} failed`
    } in the last 24 hours. Counted since the server began, ${since(pages.since, "en")}.`,
    aside: `${whole(pages.answers, "en")} pages`,
  }),
  ledger: ({ books }, good) => ({
    title: good
      ? "The ledger is whole"
      : !books.check
        ? "The ledger was never recomputed"
        : books.check.brokenFunds > 0
          ? "Some ledger entries don’t match"
          : books.difference !== 0n || books.cardDifference !== 0n
            ? "Books and bank differ"
            : "The ledger was not recomputed for too long",
    text: `${
      books.check
        ? `${whole(books.check.entries, "en")} entries recomputed from the beginning, ${
            books.check.brokenFunds === 0 ? "every fingerprint matches" : `${whole(books.check.brokenFunds, "en")} chains are broken`
          }. `
        : "Press Check now. "
    }Difference to the bank ${formatRupiah(books.difference, "en")}, to card payments ${formatRupiah(books.cardDifference, "en")}.`,
    aside: books.check ? since(books.check.at, "en") : "",
  }),
  audit: ({ books }, good) => ({
    title: good
      ? "The audit log is whole"
      : !books.check
        ? "The audit log was never recomputed"
        : books.check.brokenAuditEntries > 0n
          ? "Some lines of the audit log don’t match"
          : "The audit log was not recomputed for too long",
    text: books.check
      ? `${whole(books.check.auditEntries, "en")} lines recomputed, ${
          books.check.brokenAuditEntries === 0n
            ? "each tied to the one before"
            : `${whole(books.check.brokenAuditEntries, "en")} don’t match`
        }.`
      : "Press Check now.",
    aside: books.check ? since(books.check.at, "en") : "",
  }),
  jobs: ({ jobs }, good) => ({
    title: good
      ? "Background work keeps up"
      : jobs.triedOften > 0
        ? "Some background work fails again and again"
        : "Background work piles up",
    text: `${whole(jobs.waiting, "en")} waiting${jobs.waiting > 0 ? `, the oldest for ${duration(jobs.oldestSeconds, "en")}` : ""}. ${
      jobs.triedOften === 0 ? "None was tried more than three times." : `${whole(jobs.triedOften, "en")} were tried more than three times.`
    }`,
    aside: "now",
  }),
  storage: ({ storage: { files, disk, cloud } }, good) => ({
    title: good ? "There is room to store files" : "Storage is nearly full",
    text: `Uploaded files take ${size(Number(files))}${cloud ? " of storage elsewhere" : ""}. ${
      disk
        ? `The server’s disk is ${percent(disk.whole - disk.free, disk.whole)} full, ${size(disk.free)} are left.`
        : "There is no disk of its own."
    }`,
    aside: disk ? `${percent(disk.free, disk.whole)} left` : "",
  }),
  services: ({ services: { cards, email } }, good) => ({
    title: good ? "Card payments and emails use the real services" : "Not every service is the real one",
    text: `${
      {
        real: "Card payments use the real service.",
        test: "Card payments use a test key: no money moves.",
        stand_in: "Card payments use a stand-in: no money moves.",
        off: "Card payments aren’t offered.",
      }[cards]
    } ${email === "real" ? "Emails are really sent." : "Emails are only kept on this server and not sent."}`,
    aside: "now",
  }),
  clock: ({ clock }, good) => ({
    title: good ? "The server’s clock is right" : "The clocks of server and database differ",
    text: `They differ by ${whole(Math.abs(clock.milliseconds), "en")} milliseconds. It matters for the order of entries and for deadlines.`,
    aside: "now",
  }),
};

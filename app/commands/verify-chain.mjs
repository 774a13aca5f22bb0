#!/usr/bin/env node
// Checks a downloaded ledger (/data/buku-besar.csv or /program/<slug>/dana.csv) without the platform: plain Node, no packages.
// Usage: node verify-chain.mjs ledger.csv [--root root-text.txt] [--en]
// Exit code 0: every chain holds. 1: a chain is broken, and the output says where. 2: the file can't be read.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const columns = [
  "proposal_id",
  "seq",
  "id",
  "kind",
  "debit",
  "credit",
  "amount",
  "pledge_id",
  "source_kind",
  "source_id",
  "reverses",
  "occurred_on",
  "posted_at",
  "prev_hash",
];
const genesis = "0".repeat(64);
const options = process.argv.slice(2);
const english = options.includes("--en");
const rootAt = options.indexOf("--root");
const rootFile = rootAt >= 0 ? options[rootAt + 1] : undefined;
const file = options.find((option, index) => !option.startsWith("--") && (rootAt < 0 || index !== rootAt + 1));

const texts = {
  usage: [
    "Pemakaian: npm run verify-chain -- buku-besar.csv [--root akar.txt] [--en]",
    "Usage: npm run verify-chain -- ledger.csv [--root root.txt] [--en]",
  ],
  unreadable: (why) => [`Berkas tidak bisa dibaca: ${why}`, `The file can't be read: ${why}`],
  columnMissing: (name) => [`kolom ${name} tidak ada`, `column ${name} is missing`],
  fields: (line) => [`baris ${line} tidak lengkap`, `line ${line} is incomplete`],
  empty: ["Berkas ini tidak berisi catatan.", "This file has no entries."],
  holds: (chain, count, head) => [
    `UTUH  ${chain}  ${count} catatan, sidik terakhir ${head}`,
    `INTACT  ${chain}  ${count} entries, head ${head}`,
  ],
  missing: (chain, line, expected, found) => [
    `PUTUS  ${chain}  baris ${line}: catatan ${expected} hilang, yang ada catatan ${found}`,
    `BROKEN  ${chain}  line ${line}: entry ${expected} is missing, found entry ${found}`,
  ],
  link: (chain, line, seq, expected, found) => [
    `PUTUS  ${chain}  baris ${line}, catatan ${seq}: sidik sebelumnya seharusnya ${expected}, tertulis ${found}`,
    `BROKEN  ${chain}  line ${line}, entry ${seq}: previous hash should be ${expected}, found ${found}`,
  ],
  changed: (chain, line, seq, expected, found) => [
    `BERUBAH  ${chain}  baris ${line}, catatan ${seq}: isi menghasilkan sidik ${expected}, tertulis ${found}`,
    `CHANGED  ${chain}  line ${line}, entry ${seq}: its content gives hash ${expected}, found ${found}`,
  ],
  rootHolds: (day, root, chains) => [
    `UTUH  akar ${day}: ${root}, ${chains} rantai cocok dengan buku`,
    `INTACT  root of ${day}: ${root}, ${chains} chains agree with the ledger`,
  ],
  rootDiffers: (chain, seq) => [
    `BERBEDA  akar: rantai ${chain} pada catatan ${seq} tidak sama dengan buku`,
    `DIFFERENT  root: chain ${chain} at entry ${seq} is not what the ledger says`,
  ],
  summary: (chains, entries, broken) => [
    broken === 0 ? `Semua ${entries} catatan dalam ${chains} rantai utuh.` : `${broken} dari ${chains} rantai tidak utuh.`,
    broken === 0 ? `All ${entries} entries in ${chains} chains are intact.` : `${broken} of ${chains} chains are not intact.`,
  ],
};

if (!file) stop(2, texts.usage);
const chains = readLedger(read(file));
if (chains.size === 0) stop(2, texts.empty);

let broken = 0;
let total = 0;
const hashes = new Map();
for (const [chain, entries] of chains) {
  total += entries.length;
  const fault = firstFault(chain, entries);
  if (fault) broken += 1;
  const last = entries.at(-1);
  say(fault ?? texts.holds(chain, entries.length, last.hash));
  for (const entry of entries) hashes.set(`${chain}|${entry.seq}`, entry.hash);
}
say(texts.summary(chains.size, total, broken));
if (rootFile && !rootAgrees(read(rootFile))) broken += 1;
process.exit(broken === 0 ? 0 : 1);

/** The first entry of a chain that does not follow from the ones before it, in words; undefined when all do. */
function firstFault(chain, entries) {
  let head = genesis;
  let expected = 1n;
  for (const entry of entries) {
    if (entry.seq !== String(expected)) return texts.missing(chain, entry.line, expected, entry.seq);
    if (entry.prev_hash !== head) return texts.link(chain, entry.line, entry.seq, head, entry.prev_hash);
    const hash = sha256(["sinergi-1", ...columns.map((name) => entry[name] || "-")].join("|"));
    if (hash !== entry.hash) return texts.changed(chain, entry.line, entry.seq, hash, entry.hash);
    head = entry.hash;
    expected += 1n;
  }
  return undefined;
}

function rootAgrees(text) {
  const [first = "", ...lines] = text.split("\n").filter(Boolean);
  for (const line of lines) {
    const [chain, seq, hash] = line.split("|");
    // A download of one program speaks of its own chain alone.
    if (chains.has(chain) && hashes.get(`${chain}|${seq}`) !== hash) {
      say(texts.rootDiffers(chain, seq));
      return false;
    }
  }
  say(texts.rootHolds(first.split("|")[1], sha256(text), lines.filter((line) => chains.has(line.split("|")[0])).length));
  return true;
}

function readLedger(text) {
  const [head = [], ...rows] = parseCsv(text);
  for (const name of [...columns, "hash"]) {
    if (!head.includes(name)) stop(2, texts.unreadable(pick(texts.columnMissing(name))));
  }
  const found = new Map();
  for (const [index, row] of rows.entries()) {
    if (row.length === 1 && row[0] === "") continue;
    if (row.length !== head.length) stop(2, texts.unreadable(pick(texts.fields(index + 2))));
    const entry = Object.fromEntries(head.map((name, place) => [name, row[place]]));
    entry.line = index + 2;
    const list = found.get(entry.proposal_id) ?? [];
    list.push(entry);
    found.set(entry.proposal_id, list);
  }
  return found;
}

/** CSV by RFC 4180, so that a file that went through a spreadsheet can be read as well. */
function parseCsv(text) {
  const rows = [[]];
  let field = "";
  let quoted = false;
  const body = text.replace(/^\ufeff/, "");
  for (let i = 0; i < body.length; i += 1) {
    const c = body[i];
    if (quoted) {
      if (c === '"' && body[i + 1] === '"') {
        field += '"';
        i += 1;
      } else if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\n") {
      rows.at(-1).push(field);
      field = "";
      if (c === "\n") rows.push([]);
    } else if (c !== "\r") field += c;
  }
  rows.at(-1).push(field);
  return rows;
}

function read(path) {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    return stop(2, texts.unreadable(error.message));
  }
}

function sha256(text) {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function pick(text) {
  return text[english ? 1 : 0];
}

function say(text) {
  console.log(pick(text));
}

function stop(code, text) {
  console.error(pick(text));
  process.exit(code);
}

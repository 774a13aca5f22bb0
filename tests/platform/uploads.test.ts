import { expect, test } from "vitest";
import { largestForm, readForm } from "~/platform/uploads.server";

function sending(form: FormData): Request {
  return new Request("http://localhost/x", { method: "POST", body: form });
}

test("leaves out zero bytes, which PostgreSQL takes in no text", async () => {
  const form = new FormData();
  form.set("catatan", "satu\u0000dua");
  expect((await readForm(sending(form))).get("catatan")).toBe("satudua");
  const plain = new Request("http://localhost/x", { method: "POST", body: new URLSearchParams({ catatan: "\u0000" }) });
  expect((await readForm(plain)).get("catatan")).toBe("");
});

test("reads fields and files, however often it is asked", async () => {
  const form = new FormData();
  form.set("judul", "Dapur & kebun");
  form.set("foto", new File(["isi"], "foto.png", { type: "image/png" }));
  const request = sending(form);
  const read = await readForm(request);
  expect(await readForm(request)).toBe(read);
  expect(read.get("judul")).toBe("Dapur & kebun");
  const file = read.get("foto");
  expect(file).toBeInstanceOf(File);
  expect(await (file as File).text()).toBe("isi");
});

test("refuses more than 25 MB with status 413", async () => {
  const form = new FormData();
  for (const name of ["a", "b", "c"]) form.set(name, new File([new Uint8Array(largestForm / 2)], name));
  await expect(readForm(sending(form))).rejects.toMatchObject({ status: 413 });
});

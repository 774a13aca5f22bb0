export const shortestPassword = 10;
export const longestPassword = 200;

const everyones = new Set([
  "1234567890",
  "12345678910",
  "0123456789",
  "0987654321",
  "1111111111",
  "0000000000",
  "password123",
  "password1234",
  "passwordku",
  "katasandi123",
  "katasandiku",
  "qwertyuiop",
  "qwerty12345",
  "abcdefghij",
  "abcd123456",
  "sayangkamu",
  "bismillah123",
  "bismillah1",
  "indonesia123",
  "indonesia1945",
  "iloveyou123",
  "sinergi123",
  "sinergi2026",
  "rahasia123",
  "admin12345",
  "administrator",
]);

/** Why a password is too weak, as a code, or undefined. It must not be the address or the name either, whatever its length. */
export function passwordWeakness(
  password: string,
  person: { email: string; name?: string },
): "password_short" | "password_long" | "password_common" | undefined {
  if (password.length < shortestPassword) return "password_short";
  if (password.length > longestPassword) return "password_long";
  const lower = password.toLowerCase();
  const own = [person.email.toLowerCase(), person.email.toLowerCase().split("@")[0], person.name?.toLowerCase()];
  if (everyones.has(lower) || own.includes(lower) || /^(.)\1+$/.test(password)) return "password_common";
  return undefined;
}

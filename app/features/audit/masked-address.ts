/** "b•••@contoh.example": enough to know whose it is for whoever knows the person. */
export function maskedAddress(address: string): string {
  const [name = "", house = ""] = address.split("@");
  return `${name.slice(0, 1)}•••@${house}`;
}

import { createCookie } from "@remix-run/node";
import { absoluteUrl } from "~/platform/env.server";
import { type Language, isLanguage, preferredLanguage } from "~/kernel/messages";

const year = 60 * 60 * 24 * 365;

/** The language that a person chose; without it Accept-Language decides. */
export const languageCookie = createCookie("bahasa", { path: "/", sameSite: "lax", maxAge: year });

export type Theme = "light" | "dark" | "auto";

/** Light or dark as a person chose; without it the device decides. */
export const themeCookie = createCookie("tema", { path: "/", sameSite: "lax", maxAge: year });

/** The organisation in whose name a person with several memberships works now. It grants nothing: the guard still checks. */
export const actingOrganizationCookie = createCookie("atas-nama", { path: "/", sameSite: "lax", httpOnly: true, maxAge: year });

/** A device that needs no code of the second factor for 30 days; its hash is in the database. */
export const rememberedDeviceCookie = createCookie("perangkat", {
  path: "/masuk",
  sameSite: "lax",
  httpOnly: true,
  secure: absoluteUrl("/").startsWith("https:"),
  maxAge: 60 * 60 * 24 * 30,
});

export async function deviceTokenOf(request: Request): Promise<string | null> {
  const kept: unknown = await rememberedDeviceCookie.parse(request.headers.get("cookie"));
  return typeof kept === "string" ? kept : null;
}

export async function languageOf(request: Request): Promise<Language> {
  const chosen: unknown = await languageCookie.parse(request.headers.get("cookie"));
  return isLanguage(chosen) ? chosen : preferredLanguage(request.headers.get("accept-language"));
}

export async function actingOrganization(request: Request): Promise<string | undefined> {
  const chosen: unknown = await actingOrganizationCookie.parse(request.headers.get("cookie"));
  return typeof chosen === "string" ? chosen : undefined;
}

export function isTheme(value: unknown): value is Theme {
  return value === "light" || value === "dark" || value === "auto";
}

export async function themeOf(request: Request): Promise<Theme> {
  const chosen: unknown = await themeCookie.parse(request.headers.get("cookie"));
  return isTheme(chosen) ? chosen : "auto";
}

/** The sources that this build was made of, as a short name; undefined while developing, where nothing is kept on devices. */
export const release: string | undefined = import.meta.env.VITE_RELEASE || undefined;

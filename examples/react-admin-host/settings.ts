const { VITE_SLUICE_URL, VITE_SLUICE_API_KEY } = import.meta.env;

/** A key in the bundle is for trying this out. A real host returns a token of the person who is signed in. */
export const settings = {
  sluiceUrl: VITE_SLUICE_URL ?? 'http://localhost:4000',
  token: () => VITE_SLUICE_API_KEY,
};

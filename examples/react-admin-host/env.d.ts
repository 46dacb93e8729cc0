interface ImportMetaEnv {
  readonly VITE_SLUICE_URL?: string;
  readonly VITE_SLUICE_API_KEY: string;
}

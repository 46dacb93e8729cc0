export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly column?: string;
  readonly count?: number;
}

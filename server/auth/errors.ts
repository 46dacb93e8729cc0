/** The viewer may see the project, but their role in it does not allow what they asked for. */
export class Forbidden extends Error {
  readonly code = 'FORBIDDEN';

  constructor(message: string) {
    super(message);
    this.name = 'Forbidden';
  }
}

import { registerHooks } from 'node:module';

// By the package's own exports, which name the sources in a clone and the compiled file in an installed package.
const sdk = import.meta.resolve('sluice/sdk');
const asked = 'sluice-importer:';

let registered = false;

/**
 * Lets modules outside this folder import `sluice/sdk`, whether or not `sluice` is installed there: they get the sdk of
 * this very server, so that the errors that they throw are those that the engine knows. And makes `askFor` work.
 */
export function resolveForAuthors(): void {
  // The hooks are global to the process, so they are installed only once.
  if (registered) return;
  registered = true;
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'sluice/sdk') return { url: sdk, shortCircuit: true };
      if (!specifier.startsWith(asked)) return next(specifier, context);
      const [module, parentURL]: [string, string] = JSON.parse(specifier.slice(asked.length));
      return next(module, { ...context, parentURL });
    },
  });
}

/** What to give to `import()` for a module as seen from a folder (a file: URL that ends with a slash). */
export function askFor(module: string, folder: string): string {
  return `${asked}${JSON.stringify([module, folder])}`;
}

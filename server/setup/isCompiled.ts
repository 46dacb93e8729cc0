/** Whether this is an installed package, and not the sources of a clone. */
export const isCompiled = import.meta.filename.endsWith('.js');

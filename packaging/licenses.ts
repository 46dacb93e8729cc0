import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Written beside the built files, and read by `writeBundledLicenses`: the packages whose code is in them. */
const LIST = '.bundled.json';

/** Notes the packages whose code a build brings along. */
export function bundledPackages(): Plugin {
  return {
    name: 'bundled-packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const names = new Set(modules.flatMap((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []));
      this.emitFile({ type: 'asset', fileName: LIST, source: JSON.stringify([...names].sort()) });
    },
  };
}

/** Licenses ask for their text wherever the code goes: it is in THIRD_PARTY_LICENSES. */
export async function writeBundledLicenses(root: string, dist: string): Promise<void> {
  const lists = ['admin/plugin', 'admin/dist', 'vendor'].map((folder) => join(dist, folder, LIST));
  const names = await Promise.all(
    lists.map(async (list): Promise<string[]> => JSON.parse(await readFile(list, 'utf8'))),
  );
  const texts = await Promise.all([...new Set(names.flat())].sort().map((name) => licenseOf(root, name)));
  await writeFile(join(dist, 'THIRD_PARTY_LICENSES'), texts.join('\n\n---\n\n'));
  await Promise.all(lists.map((list) => rm(list)));
}

async function licenseOf(root: string, name: string): Promise<string> {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : `\n\n${(await readFile(join(folder, file), 'utf8')).trim()}`;
  return `${name} ${version} (${license})${text}`;
}

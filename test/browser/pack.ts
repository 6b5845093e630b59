// Packs an unpacked extension into one file, as Firefox installs them.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** Writes the package into that folder and gives its path. */
export async function packExtension(extension: string, folder: string): Promise<string> {
  const entries = await readdir(extension, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.map(async (file) => {
      const name = relative(extension, file).split(sep).join('/');
      return [name, new Uint8Array(await readFile(file))] as const;
    }),
  );
  const path = join(folder, 'extension.xpi');
  await writeFile(path, zipSync(Object.fromEntries(contents)));
  return path;
}

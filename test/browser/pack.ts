// Packs an unpacked extension into one file, as Firefox installs them.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import Zip from 'jszip';

/** Writes the package into that folder and gives its path. */
export async function packExtension(extension: string, folder: string): Promise<string> {
  const entries = await readdir(extension, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const packed = new Zip();
  for (const file of files) packed.file(relative(extension, file).split(sep).join('/'), await readFile(file));
  const path = join(folder, 'extension.xpi');
  await writeFile(path, await packed.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
  return path;
}

/** Whether a run may begin. */
import { readdir } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Config } from '../config.ts'
import { UsageError } from '../errors.ts'
import { statInput } from '../read/index.ts'
import { products } from '../write/products.ts'
import { SKIPPED } from './skipped.ts'

/**
 * A run reads its input again and again and replaces its output: the two must be there and apart, and the output must be ours.
 * @throws UsageError when they are not
 */
export async function checkOutput({ input, output }: Pick<Config, 'input' | 'output'>): Promise<void> {
  const target = resolve(output)
  for (const path of input) {
    if (path === '-') continue
    await statInput(path)
    const source = resolve(path)
    if (isInside(target, source) || isInside(source, target)) {
      throw new UsageError(
        `${output}: the output folder and the input ${path} may not stand inside each other; choose another folder with -o`,
      )
    }
  }
  const names: readonly string[] = await readdir(output).catch(() => [])
  const foreign = names.includes('.synoptic') ? undefined : names.find((name) => products.includes(name) || name === SKIPPED)
  if (foreign !== undefined) {
    throw new UsageError(`${join(output, foreign)} is not of this program's making and would be replaced; choose another folder with -o`)
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

import { isGlossary } from '../../../glossary/index.ts'
import { glossaryFiles } from '../../../run/recipe.ts'

/** The tables of names at the paths given, files or folders; those of the default folder when none is given. */
export async function tablesAt(paths: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all((paths.length > 0 ? paths : ['glossary']).map(glossaryFiles))).flat().filter(isGlossary)
}

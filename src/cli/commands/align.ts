import { Command, Option } from 'commander'
import { UsageError } from '../../errors.ts'
import { version } from '../../run/version.ts'
import { alignSegments } from '../../stages/align/index.ts'
import { formatLadder } from '../../stages/align/ladder.ts'
import { segmentText } from '../../stages/segment/index.ts'
import { alignedText } from '../../write/index.ts'
import { paths } from '../arguments.ts'
import { languageFlag, linesOf, print, readText, tell } from '../text.ts'

interface Flags {
  readonly inOrder?: true
  readonly from: string
  readonly to: string
  readonly pivot?: string[]
  readonly targetPivot?: string[]
  readonly format: 'ladder' | 'tsv' | 'tmx' | 'json'
  readonly split?: true
}

export function alignCommand(): Command {
  return new Command('align')
    .description('Aligns two texts, one segment a line. A translation of one side (--pivot, --target-pivot) makes it far better.')
    .argument('<source>', 'one segment a line, UTF-8')
    .argument('<target>', 'one segment a line, UTF-8')
    .requiredOption('--from <tag>', 'the language of the source, BCP 47')
    .requiredOption('--to <tag>', 'the language of the target, BCP 47')
    .option('--pivot <file>', 'a translation of the source into the target language, line by line; may be given several times', paths)
    .option(
      '--target-pivot <file>',
      'a translation of the target into the source language, line by line; may be given several times',
      paths,
    )
    .addOption(new Option('--format <format>', 'what is printed').choices(['ladder', 'tsv', 'tmx', 'json']).default('ladder'))
    .option(
      '--in-order',
      'rows rise on both sides; without it, blocks that stand elsewhere in the one text are found too, and marked moved in JSON',
    )
    .option('--split', 'the files are running text: split them into sentences first')
    .addHelpText(
      'after',
      `
A ladder has a line an alignment, [source lines]:[target lines]:score, counted from 0; an empty list stands for a side that has
no counterpart.

Examples:
  synoptic align story.de.lines story.en.lines --from de --to en
  synoptic align story.de story.en --from de --to en --split --format tsv
  synoptic align a.de b.en --from de --to en --pivot a.machine.en --pivot a.other-machine.en`,
    )
    .action(async (sourceFile: string, targetFile: string, flags: Flags) => {
      const from = languageFlag('--from', flags.from)
      const to = languageFlag('--to', flags.to)
      const read = async (file: string, language: string): Promise<string[]> => {
        const text = await readText(file)
        return flags.split ? segmentText(text, language) : linesOf(text)
      }
      const source = await read(sourceFile, from)
      const target = await read(targetFile, to)
      const alignments = alignSegments(source, target, {
        from,
        to,
        pivots: await readPivots('--pivot', flags.pivot, sourceFile, source),
        targetPivots: await readPivots('--target-pivot', flags.targetPivot, targetFile, target),
        ...(flags.inOrder && { inOrder: true }),
      })
      if (flags.format === 'ladder') process.stdout.write(formatLadder(alignments))
      else if (flags.format === 'json') print(JSON.stringify(alignments))
      else process.stdout.write(alignedText(flags.format, sourceFile, { source, target, alignments }, { from, to, version }))
    })
}

/**
 * Pivots, a line a segment. Engines leave a line empty now and then; the segment itself stands in for it, names and numbers still tell.
 *
 * @throws UsageError when a pivot has not a line for each segment
 */
async function readPivots(flag: string, files: readonly string[] = [], of: string, segments: readonly string[]): Promise<string[][]> {
  return Promise.all(
    files.map(async (file) => {
      const lines = linesOf(await readText(file))
      if (lines.length !== segments.length) {
        throw new UsageError(`${flag} ${file}: expected a line for each of the ${segments.length} segments of ${of}, got ${lines.length}`)
      }
      const missing = lines.flatMap((line, index) => (isBlank(line) && !isBlank(segments[index]!) ? [index + 1] : []))
      if (missing.length > 0) tell(`${flag} ${file}: nothing on line ${missing.join(', ')}; the line of ${of} stands in for it`)
      return lines.map((line, index) => (isBlank(line) ? segments[index]! : line))
    }),
  )
}

function isBlank(line: string): boolean {
  return line.trim() === ''
}

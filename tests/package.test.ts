/** What is installed with `npm install synoptic`: its files, its library, and how little `--version` waits for. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }

test('the package holds the manual, the schemas and what the program reads, and nothing of its making', () => {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }))
  const files = (packed.files as { path: string }[]).map(({ path }) => path)
  expect(files).toEqual(
    expect.arrayContaining([
      'README.md',
      'docs/architecture.md',
      'docs/config.schema.json',
      'docs/corpus.schema.json',
      'docs/dependencies.md',
      'docs/examples/library.ts',
      'dist/index.d.ts',
      'dist/cli/main.js',
      'glossary/README.md',
      'models/detect.bin',
    ]),
  )
  expect(files.filter((file) => /^(src|tests|bench|scripts|input|output)\/|^glossary\/.*\.csv$/.test(file))).toEqual([])
})

test('each dependency stands in docs/dependencies.md with its version and licence', () => {
  const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
  for (const name of Object.keys(dependencies)) {
    const { version, license } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
    expect(page).toContain(`| ${name} ${version} | ${license} |`)
  }
})

describe('the library', () => {
  test('tells of every name it exports what it is', () => {
    const path = join(root, 'src/index.ts')
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root)
    const program = ts.createProgram([path], options)
    const checker = program.getTypeChecker()
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(path)!)!)
    const silent = exported.filter((symbol) => {
      const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      return meant.getDocumentationComment(checker).length === 0
    })
    expect(silent.map((symbol) => symbol.name)).toEqual([])
    expect(exported.length).toBeGreaterThan(50)
  })

  test('does what its example says', () => {
    const built = mkdtempSync(join(root, 'docs/examples/.built-'))
    try {
      const compiler = join(root, 'node_modules/typescript/bin/tsc')
      execFileSync(process.execPath, [compiler, '-p', join(root, 'docs/examples'), '--noEmit', 'false', '--outDir', built], { cwd: root })
      expect(execFileSync(process.execPath, [join(built, 'library.js')], { encoding: 'utf8', cwd: tmpdir() }).split('\n')).toEqual([
        expect.stringMatching(/^Maria Sibyla Meriann → Maria Sibylla Merian \(rewrite, \d+ %\)$/),
        expect.stringMatching(/^Suriname → Suriname \(keep, \d+ %\)$/),
        'In 1699 Maria Sibylla Merian sailed to Suriname.',
        'Maria Sibylla Merian reiste nach Surinam. Sie zeichnete Schmetterlinge.',
        'en pending ["","She drew butterflies."]',
        '',
      ])
    } finally {
      rmSync(built, { recursive: true })
    }
  })
})

test('`--version` and `--help` load no package but the one for flags', () => {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b(?:[^'"\n=]* from)? ?['"]([^'"]+)['"]/gm)) {
      if (specifier.startsWith('.')) visit(join(dirname(file), specifier))
      else if (!specifier.startsWith('node:')) packages.add(specifier)
    }
  }
  visit(join(root, 'dist/cli/main.js'))
  expect([...packages]).toEqual(['commander'])
  expect(seen.size).toBeGreaterThan(3)
})

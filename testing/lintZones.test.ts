/** Lint zones: every rule about who may use what is shown to fail, and to leave good code alone. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layers } from '../scripts/layers.mjs'

interface Case {
  /** Below src of the tree that the test makes. */
  file: string
  code: string
  /** Rule and a piece of its message; undefined if the file is fine. */
  expected: { rule: string; says: RegExp } | undefined
}

const root = join(import.meta.dirname, '..')
const folders = Object.keys(layers)

const imports = 'eslint(no-restricted-imports)'
const globals = 'eslint(no-restricted-globals)'
const properties = 'eslint(no-restricted-properties)'

/** All pairs of folders: what the table leaves out is reported with the folder's own reason. */
const pairs: Case[] = Object.entries(layers).flatMap(([from, layer]) =>
  folders
    .filter((to) => to !== from)
    .map((to) => ({
      file: `${from}/to-${to}.ts`,
      code: `export { value } from '../${to}/target'`,
      expected: layer.folders.includes(to)
        ? undefined
        : { rule: imports, says: exactly(layer.why) },
    })),
)

const forbidden: Case[] = [
  // Packages, and ways round the folders' rule.
  bad('engine/package.ts', `export { max } from 'd3'`, imports, /numbers only/),
  bad('engine/node.ts', `export { join } from 'node:path'`, imports, /numbers only/),
  bad('engine/cells/deep.ts', `export { value } from '../../stage/target'`, imports, /numbers/),
  bad('engine/dotted.ts', `export { value } from './../stage/target'`, imports, /numbers only/),
  bad('engine/rooted.ts', `export { value } from '/src/stage/target'`, imports, /numbers only/),
  bad('engine/round.ts', `export { value } from '../../src/stage/target'`, imports, /outside src/),
  bad('engine/lazy.ts', `export const x = () => import('../stage/target')`, imports, /numbers/),
  bad('engine/outside.ts', `export { value } from '../../testing/target'`, imports, /outside src/),
  bad('engine/ofEngine.test.ts', `export { value } from '../stage/target'`, imports, /numbers/),
  bad('formats/package.ts', `export { max } from 'd3'`, imports, /engine/),
  bad('notation/package.ts', `export { render } from 'katex'`, imports, /no sibling/),
  bad('i18n/value.ts', `export { value } from '../engine/target'`, imports, /words/),
  bad('store/react.ts', `export { useState } from 'react'`, imports, /without a page/),
  bad('stage/react.ts', `export { useState } from 'react'`, imports, /no React/),
  bad('stage/reactDom.ts', `export { createRoot } from 'react-dom/client'`, imports, /no React/),
  bad('panels/package.ts', `export { merge } from 'lodash'`, imports, /is a decision/),
  // The page, outside the folders that draw it.
  bad('engine/document.ts', `export const x = document.title`, globals, /without a page/),
  bad('formats/window.ts', `export const x = window.name`, globals, /without a page/),
  bad('notation/location.ts', `export const x = location.hash`, globals, /without a page/),
  bad('layout/document.ts', `export const x = document.title`, globals, /without a page/),
  bad('store/storage.ts', `export const x = localStorage.length`, globals, /without a page/),
  bad('store/round.ts', `export const x = globalThis.document`, globals, /without a page/),
  bad('layout/select.ts', `export { select } from 'd3'`, imports, /without a page/),
  bad('layout/all.ts', `export * from 'd3'`, imports, /d3/),
  bad('layout/part.ts', `export { select } from 'd3-selection'`, imports, /plain numbers/),
  // Time, outside the clock.
  bad('stage/frames.ts', `requestAnimationFrame(() => {})`, globals, /playhead/),
  bad('panels/later.ts', `setTimeout(() => {}, 1)`, globals, /playhead/),
  bad('app/often.ts', `setInterval(() => {}, 1)`, globals, /playhead/),
  bad('app/window.ts', `window.setTimeout(() => {}, 1)`, properties, /playhead/),
  bad('panels/now.ts', `export const x = performance.now()`, properties, /playhead/),
  bad('formats/date.ts', `export const x = new Date()`, globals, /playhead/),
  bad('store/clock/later.ts', `setTimeout(() => {}, 1)`, globals, /playhead/),
  bad('stage/transition.ts', `export { transition } from 'd3'`, imports, /d3-transition/),
  bad('stage/timer.ts', `export { timer } from 'd3'`, imports, /d3 timers/),
  bad('stage/part.ts', `export { transition } from 'd3-transition'`, imports, /no React/),
  // Everywhere.
  bad('engine/chance.ts', `export const x = Math.random()`, properties, /seeded/),
  bad('store/clock.ts', `export const x = Math.random()`, properties, /seeded/),
  bad('engine/chance.test.ts', `export const x = Math.random()`, properties, /seeded/),
  bad('app/ring.ts', `import './ringBack'\nexport const x = 1`, 'import(no-cycle)', /cycle/),
  bad('app/ringBack.ts', `import './ring'\nexport const x = 1`, 'import(no-cycle)', /cycle/),
  bad(
    'app/floating.ts',
    `const wait = async () => 1\nwait()`,
    'typescript(no-floating-promises)',
    /awaited/,
  ),
  bad('app/default.ts', `export default 1`, 'import(no-default-export)', /named/),
]

const fine: Case[] = [
  ...folders.map((folder) => good(`${folder}/target.ts`, `export const value = 1`)),
  good('engine/clean.ts', `import { value } from './target'\nexport const x = Math.tanh(value)`),
  good('engine/cells/clean.ts', `export { value } from '../target'`),
  good('formats/clean.ts', `export { value } from '../engine/target'`),
  good(
    'i18n/clean.ts',
    `import type { value } from '../engine/target'\nexport type X = typeof value`,
  ),
  good('i18n/clean.test.ts', `export { value } from '../engine/target'`),
  good('layout/clean.ts', `export { max, line, scaleLinear } from 'd3'`),
  good('store/clean.ts', `export { createStore } from 'zustand/vanilla'`),
  good('store/clock/clean.ts', `export { value } from '../target'`),
  good('stage/clean.ts', `import { select } from 'd3'\nexport const x = select(document.body)`),
  good('panels/clean.tsx', `export { useState } from 'react'\nexport { render } from 'katex'`),
  good('panels/lazy.ts', `export const x = () => import('katex')`),
  good('app/clean.ts', `import './page.css'\nexport { value } from '../stage/target'`),
  good('engine/clean.test.ts', `export { it } from 'vitest'\nexport { assert } from 'fast-check'`),
  good('engine/reads.test.ts', `export { value } from '../../testing/target'`),
  good('engine/reads2.test.ts', `export { readFileSync } from 'node:fs'`),
]

/** Whatever else the clock may do, it may look at the time. */
const clockFile = good(
  '../clock/src/store/clock.ts',
  `requestAnimationFrame(() => performance.now())`,
)

const cases = [...pairs, ...forbidden, ...fine, clockFile]

interface Diagnostic {
  code: string
  message: string
  help?: string
  filename: string
}

let diagnostics: Diagnostic[] = []
const tree = join(root, '.tmp', `lint-zones-${process.pid}`)

beforeAll(() => {
  for (const { file, code } of cases) {
    const path = join(tree, 'src', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${code}\n`)
  }
  diagnostics = lint(cases.map(({ file }) => join(tree, 'src', file)))
})

afterAll(() => {
  rmSync(tree, { recursive: true, force: true })
})

describe('the linter reports', () => {
  it.each(cases.filter(({ expected }) => expected))('$file: $code', ({ file, expected }) => {
    expect(reportsOn(file)).toContainEqual(
      expect.objectContaining({
        code: expected?.rule,
        text: expect.stringMatching(expected?.says ?? /^$/) as string,
      }),
    )
  })
})

describe('the linter leaves alone', () => {
  it.each(cases.filter(({ expected }) => !expected))('$file: $code', ({ file }) => {
    expect(reportsOn(file)).toEqual([])
  })
})

it('every folder of src is in the table of layers', () => {
  const entries = readdirSync(join(root, 'src'), { withFileTypes: true })
  const present = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(folders).toEqual(expect.arrayContaining(present))
})

function bad(file: string, code: string, rule: string, says: RegExp): Case {
  return { file, code, expected: { rule, says } }
}

function good(file: string, code: string): Case {
  return { file, code, expected: undefined }
}

function exactly(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}

function reportsOn(file: string): { code: string; text: string }[] {
  const path = join(tree, 'src', file)
  return diagnostics
    .filter(({ filename }) => join(root, filename) === path)
    .map(({ code, message, help }) => ({ code, text: `${message} ${help ?? ''}` }))
}

/** Files are named one by one and ignore files switched off, since git ignores the tree. */
function lint(paths: string[]): Diagnostic[] {
  const cli = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const config = ['-c', 'oxlint.config.mjs', '--no-ignore', '-f', 'json']
  const { stdout } = spawnSync(process.execPath, [cli, ...config, ...paths], {
    cwd: root,
    encoding: 'utf8',
  })
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics
}

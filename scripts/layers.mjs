/**
 * Layers: who may import whom, and which names are closed where. The one table from which the
 * linter's rules are made (`oxlint.config.mjs`) and which `testing/lintZones.test.ts` tries out.
 *
 *   engine ← formats, notation, layout ← store ← stage, panels ← app        (i18n: words for all views)
 */

/** Per folder of `src`: folders and packages that it may import; `why` is what the linter says otherwise. */
export const layers = {
  engine: {
    folders: [],
    // Eigenvalues and singular values; it has no page either.
    packages: ['ml-matrix'],
    why: 'The engine is numbers only: it must run in a worker, in a test and in a benchmark alike, so it imports nothing outside src/engine.',
  },
  formats: {
    folders: ['engine'],
    packages: [],
    why: 'Formats turn files and links into networks and back: they know the engine, no view and no sibling.',
  },
  notation: {
    folders: ['engine'],
    packages: ['d3'],
    why: 'Notation says how engine data is written, in letters, TeX or colour: it knows the engine and d3’s arithmetic, no sibling and no place to draw.',
  },
  layout: {
    folders: ['engine'],
    packages: ['d3'],
    why: 'Layout is plain numbers made from a graph: it knows the engine and d3’s arithmetic, no view and no sibling.',
  },
  i18n: {
    folders: [],
    types: ['engine', 'notation'],
    packages: [],
    why: 'A dictionary is words: it may name types of engine and notation (import type), but runs nothing of theirs.',
  },
  store: {
    folders: ['engine', 'formats', 'notation', 'layout', 'i18n'],
    packages: ['zustand', 'zundo'],
    why: 'The store holds causes and must run without a page: no view, no React component, no drawing.',
  },
  stage: {
    folders: ['engine', 'notation', 'layout', 'store', 'i18n'],
    packages: ['d3'],
    why: 'D3 owns the inside of the stage: no React, no panel, no file format; it talks to the rest through the store.',
  },
  panels: {
    folders: ['engine', 'formats', 'notation', 'layout', 'store', 'i18n'],
    packages: ['react', 'react-dom', 'zustand', 'd3', 'katex'],
    why: 'Panels are React around the stage, never inside it: panel and stage meet in src/app alone. A new package is a decision: enter it in scripts/layers.mjs.',
  },
  app: {
    folders: ['engine', 'formats', 'notation', 'layout', 'i18n', 'store', 'stage', 'panels'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      'd3',
      'katex',
      '@fontsource-variable/source-sans-3',
    ],
    why: 'A new package is a decision: enter it in scripts/layers.mjs.',
  },
}

/** Folders that may touch the page. */
const onThePage = ['stage', 'panels', 'app']

/** What tests beside the sources may import on top of what their folder may. */
const forTests = ['vitest', 'fast-check', 'node:*', 'jsdom']

const pageGlobals = [
  'document',
  'window',
  'globalThis',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
]
const timerGlobals = [
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'setTimeout',
  'setInterval',
  'Date',
]
const timersOfD3 = ['timer', 'timerFlush', 'timeout', 'interval', 'now']
const transitionsOfD3 = ['transition', 'active', 'interrupt']
const pageOfD3 = [
  'select',
  'selectAll',
  'selection',
  'create',
  'creator',
  'pointer',
  'pointers',
  'drag',
  'dragDisable',
  'dragEnable',
  'zoom',
  'brush',
  'brushX',
  'brushY',
]

const whyPage = (folder) =>
  `src/${folder} must run without a page (in workers and in tests); only stage, panels and app touch it.`
const whyTime =
  'Time is the playhead, and only src/store/clock.ts moves it; otherwise stepping back and scrubbing would show other pictures than playing.'
const whyTransition =
  'No d3-transition and no d3 timers: the picture is a function of the playhead (see src/store/clock.ts).'
const whyRandom = 'Use the seeded source in src/engine/random.ts: every run must be repeatable.'
const whyOutside =
  'Sources import nothing from outside src; tests beside them may use testing/ and gallery/.'

/** Holds in every file of the repository. */
export const everywhere = {
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: whyRandom }],
}

/** The linter's overrides: for each folder of `src` its sources, its tests, and last the clock and what waits until nothing is to be done, or until something is seen. */
export const overrides = () => [
  ...Object.keys(layers).flatMap((folder) => [
    rulesFor(folder, { files: [`**/src/${folder}/**`], isTest: false, mayTime: false }),
    rulesFor(folder, {
      files: [`**/src/${folder}/**/*.test.{ts,tsx}`],
      isTest: true,
      mayTime: true,
    }),
  ]),
  rulesFor('store', { files: ['**/src/store/clock.ts'], isTest: false, mayTime: true }),
  rulesFor('stage', { files: ['**/src/stage/idle.ts'], isTest: false, mayTime: true }),
  rulesFor('panels', { files: ['**/src/panels/afterPaint.ts'], isTest: false, mayTime: true }),
]

const rulesFor = (folder, { files, isTest, mayTime }) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', restrictedImports(folder, isTest)],
    'no-restricted-globals': ['error', ...restrictedGlobals(folder, mayTime)],
    'no-restricted-properties': ['error', ...restrictedProperties(mayTime)],
  },
})

const restrictedImports = (folder, isTest) => {
  const layer = layers[folder]
  const types = layer.types ?? []
  const closed = Object.keys(layers).filter(
    (other) => other !== folder && !layer.folders.includes(other) && !types.includes(other),
  )
  const packages = isTest ? [...layer.packages, ...forTests] : layer.packages
  const outside = ['src', 'e2e', 'bench', 'scripts', ...(isTest ? [] : ['testing', 'gallery'])]
  return {
    paths: [
      { name: 'd3', importNames: transitionsOfD3.concat(timersOfD3), message: whyTransition },
      ...(onThePage.includes(folder)
        ? []
        : [{ name: 'd3', importNames: pageOfD3, message: whyPage(folder) }]),
    ],
    patterns: [
      ...(closed.length ? [{ regex: into(closed), message: layer.why }] : []),
      ...(types.length && !isTest
        ? [{ regex: into(types), allowTypeImports: true, message: layer.why }]
        : []),
      { regex: into(outside), message: whyOutside },
      // Last, since a name that a group lets through is let through by what follows it, too. A group,
      // since the linter's regular expressions have no look-ahead (and keep silent about it).
      { group: ['**', '!./**', '!../**', ...packages.flatMap(open)], message: layer.why },
    ],
  }
}

const open = (name) => [`!${name}`, `!${name}/**`]

const into = (folders) => `^(\\./)*(\\.\\./)+(${folders.join('|')})(/|$)`

const restrictedGlobals = (folder, mayTime) => [
  ...(onThePage.includes(folder)
    ? []
    : pageGlobals.map((name) => ({ name, message: whyPage(folder) }))),
  ...(mayTime ? [] : timerGlobals.map((name) => ({ name, message: whyTime }))),
]

const restrictedProperties = (mayTime) => [
  everywhere['no-restricted-properties'][1],
  ...(mayTime
    ? []
    : [
        { object: 'performance', property: 'now', message: whyTime },
        ...timerGlobals.flatMap((property) =>
          ['window', 'globalThis'].map((object) => ({ object, property, message: whyTime })),
        ),
      ]),
]

/** Probe: what the page's main thread has to do for one act, by the browser's own account. */
import type { CDPSession, Page } from '@playwright/test'
import { printTable } from './measure'

/** Work of the main thread, in ms: all of it, and its parts. */
export interface Work {
  readonly all: number
  readonly script: number
  readonly style: number
  readonly layout: number
}

/** Measures the work from before an act until after the frames that show it. */
export type Probe = (act: () => Promise<unknown>) => Promise<Work>

export const createProbe = (session: CDPSession): Probe => {
  const read = async (): Promise<Work> => {
    const { metrics } = await session.send('Performance.getMetrics')
    const ms = (name: string) => 1000 * metrics.find((metric) => metric.name === name)!.value
    return {
      all: ms('TaskDuration'),
      script: ms('ScriptDuration'),
      style: ms('RecalcStyleDuration'),
      layout: ms('LayoutDuration'),
    }
  }
  return async (act) => {
    const before = await read()
    await act()
    // Asked of the browser itself: what the test driver runs in the page to ask would be counted, too.
    await session.send('Runtime.evaluate', { expression: frames, awaitPromise: true })
    return subtract(await read(), before)
  }
}

const frames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

export const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )

export interface Row {
  readonly what: string
  /** The same acts in the same order, each time. */
  readonly walks: readonly (readonly Work[])[]
  readonly limit: number | null
  /** The limit is of script alone. */
  readonly isScriptLimit?: boolean
}

export const printWork = (title: string, rows: readonly Row[]): void =>
  printTable(title, [
    [...['', 'times', 'work', 'least', 'p95', 'bound'], ...parts, 'paint', 'with paint'],
    ...rows.map(({ what, walks, limit, isScriptLimit = false }) => {
      const works = walks.flat()
      const all = works.map(ownOf)
      const median = percentile(all, 0.5)
      // Of each act the shortest: without what else the machine had to do.
      const least = walks[0]!.map((_, i) => Math.min(...walks.map((walk) => ownOf(walk[i]!))))
      const part = (of: (work: Work) => number) => percentile(works.map(of), 0.5).toFixed(2)
      return [
        ...[what, String(works.length), median.toFixed(2)],
        ...[
          walks.length > 1 ? percentile(least, 0.5).toFixed(2) : '',
          percentile(all, 0.95).toFixed(2),
        ],
        boundOf(
          limit,
          isScriptLimit
            ? [
                percentile(
                  works.map(({ script }) => script),
                  0.5,
                ),
                'script ',
              ]
            : [median, ''],
        ),
        ...parts.map((name) => part((work) => work[name])),
        part((work) => work.all - ownOf(work)),
        part(({ all: total }) => total),
      ]
    }),
  ])

const boundOf = (limit: number | null, [value, of]: readonly [number, string]): string =>
  limit === null ? '' : of + verdict(value, limit)

const parts = ['script', 'style', 'layout'] as const

/** The page's own work. Painting depends on the renderer: here, without a GPU, it is the largest part. */
const ownOf = (work: Work): number => parts.reduce((sum, name) => sum + work[name], 0)

const percentile = (numbers: readonly number[], part: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]!
}

const subtract = (a: Work, b: Work): Work => ({
  ...{ all: a.all - b.all, script: a.script - b.script },
  ...{ style: a.style - b.style, layout: a.layout - b.layout },
})

export const scale = (work: Work, by: number): Work => ({
  ...{ all: work.all * by, script: work.script * by },
  ...{ style: work.style * by, layout: work.layout * by },
})

export const verdict = (value: number, limit: number): string =>
  `${value <= limit ? '≤' : '>'} ${limit}`

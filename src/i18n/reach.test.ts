/** The words of lazy views, tested: every language has them, in its own script. */
import { expect, it } from 'vitest'
import { reachWords } from './reach'

const leavesOf = (value: object): readonly (string | ((...args: never[]) => string))[] =>
  Object.values(value).flatMap((inner) => (typeof inner === 'object' ? leavesOf(inner) : [inner]))

it('every text of the reach of a gradient is written in the script of its language', () => {
  for (const leaf of leavesOf(reachWords.en))
    if (typeof leaf === 'string') expect(leaf).toMatch(/^[^\p{Script=Han}]+$/u)
  for (const leaf of leavesOf(reachWords.zh))
    if (typeof leaf === 'string') expect(leaf).toMatch(/\p{Script=Han}/u)
})

it('the summary names the states and the factor between them', () => {
  for (const { summary } of Object.values(reachWords)) {
    const said = summary({ state: 'h', from: 9, to: 0, ratio: '1.5e−7', way: 'shrinks' })
    for (const part of ['h(9)', 'h(0)', '1.5e−7']) expect(said).toContain(part)
  }
})

/** The words of lazy views, tested: every language has them, in its own script. */
import { expect, it } from 'vitest'
import { checkWords } from './check'
import { checkAllWords } from './checkAll'
import { gradientWords } from './gradient'
import { aroundWords } from './errors/aroundWords'
import { keptWords } from './kept'
import { cutWords } from './cuts'
import { edgeWords } from './edges'
import { keyWords } from './keys'
import { targetWords } from './targets'
import { entryDetailWords } from './entryDetail'
import { oneNumberWords } from './oneNumber'
import { reachWords } from './reach'
import { softmaxWords } from './softmax'
import { torchWords } from './torch'

const leavesOf = (value: object): readonly (string | ((...args: never[]) => string))[] =>
  Object.values(value).flatMap((inner) => (typeof inner === 'object' ? leavesOf(inner) : [inner]))

it.each([
  ['the reach of a gradient', reachWords],
  ['softmax and loss, opened', softmaxWords],
  ['an entry of the ledger, opened', entryDetailWords],
  ['one number, taken apart', oneNumberWords],
  ['the edges', edgeWords],
  ['cuts', cutWords],
  ['the list of keys', keyWords],
  ['steps without a target', targetWords],
  ['PyTorch’s names', torchWords],
  ['the comparison of every gradient', checkAllWords],
  ['a gradient beside differences', checkWords],
  ['what is said round an error', aroundWords],
  ['what remains of a sum', keptWords],
  ['what a gradient is the sum of', gradientWords],
])('every text of %s is written in the script of its language', (_, { en, zh }) => {
  for (const leaf of leavesOf(en))
    if (typeof leaf === 'string') expect(leaf).toMatch(/^[^\p{Script=Han}]+$/u)
  for (const leaf of leavesOf(zh))
    if (typeof leaf === 'string') expect(leaf).toMatch(/\p{Script=Han}/u)
})

it('the summary names the states and the factor between them, and the step that matters most', () => {
  for (const { summary, factorsOfSteps } of Object.values(reachWords)) {
    const said =
      summary({ state: 'h', from: 9, to: 0, ratio: '1.5e−7', way: 'shrinks', isCut: false }) +
      factorsOfSteps({ each: '0.17', most: 'smallest', extreme: '2e−3', t: 4 })
    for (const part of ['h(9)', 'h(0)', '1.5e−7', '0.17', '2e−3', '4', '3'])
      expect(said).toContain(part)
  }
})

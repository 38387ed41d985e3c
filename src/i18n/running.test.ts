/** The words of teacher forcing, tested: every language has them, in its own script, and says the facts. */
import { expect, it } from 'vitest'
import { runningWords } from './running'

const leavesOf = (value: object): readonly (string | ((...args: never[]) => string))[] =>
  Object.values(value).flatMap((inner) => (typeof inner === 'object' ? leavesOf(inner) : [inner]))

it('every text is written in the script of its language', () => {
  for (const leaf of leavesOf(runningWords.en))
    if (typeof leaf === 'string') expect(leaf).toMatch(/^[^\p{Script=Han}]+$/u)
  for (const leaf of leavesOf(runningWords.zh))
    if (typeof leaf === 'string') expect(leaf).toMatch(/\p{Script=Han}/u)
})

it('the reason why two runs part names the step, what was said and what was right', () => {
  for (const words of Object.values(runningWords)) {
    const said = words.partWrong(5, 'ä', 'ö')
    for (const part of ['5', '4', 'ä', 'ö']) expect(said).toContain(part)
    for (const part of ['5', '4', 'ä']) expect(words.partUntaught(5, 'ä')).toContain(part)
    expect(words.never(1)).not.toBe(words.never(2))
    const difference = words.difference({ trained: '1.2', alone: '3.4', more: words.more('2.2') })
    for (const part of ['1.2', '3.4', '2.2']) expect(difference).toContain(part)
  }
})

it('lists of steps are lists of the language', () => {
  expect(runningWords.en.together([7, 18, 30])).toContain('steps 7, 18, and 30')
  expect(runningWords.zh.together([7, 18, 30])).toContain('7、18、30')
})

/** ReachQueue, tested: one question at a time, the last one wins, and a worker that fails is replaced. */
import { expect, it, vi } from 'vitest'
import { randomNetwork } from '../../testing/networks'
import { type ReachNumbers, reachNumbers, runTrial } from './reach'
import { type Asked, createReachQueue } from './reachQueue'
import { noCuts } from './store'

const open = () => {
  const sent: number[] = []
  let answer: (numbers: ReachNumbers | null) => void = () => {}
  const terminate = vi.fn<() => void>()
  const asked = (seed: number): Asked & { seed: number } => ({
    network: randomNetwork(seed),
    cuts: noCuts,
    seed,
  })
  const found: number[] = []
  const failed: number[] = []
  let workers = 0
  const queue = createReachQueue<ReturnType<typeof asked>>(
    { onFound: ({ seed }) => found.push(seed), onFailure: ({ seed }) => failed.push(seed) },
    (listener) => {
      answer = listener
      workers++
      return {
        postMessage: ({ network: { title } }) => sent.push(Number(/seed (\d+)/.exec(title!)![1])),
        terminate,
      }
    },
  )
  const { runner, trace } = runTrial(randomNetwork(4), noCuts)
  const numbers = reachNumbers(runner, trace, randomNetwork(4))
  return {
    ...{ sent, found, failed, terminate },
    workers: () => workers,
    ask: (seed: number) => queue.ask(asked(seed)),
    answer: (isFine = true) => answer(isFine ? numbers : null),
    destroy: queue.destroy,
  }
}

it('no worker starts before there is a question', () => expect(open().workers()).toBe(0))

it('of the questions that wait the last alone is worked out', () => {
  const { ask, answer, sent, found, workers } = open()
  for (const seed of [1, 2, 3, 4]) ask(seed)
  expect(sent).toEqual([1])
  answer()
  expect(sent).toEqual([1, 4])
  answer()
  expect(found).toEqual([1, 4])
  ask(5)
  answer()
  expect(found).toEqual([1, 4, 5])
  expect(workers()).toBe(1)
})

it('a worker that fails is said to, unless something newer waits, and is replaced', () => {
  const { ask, answer, sent, found, failed, terminate, workers } = open()
  ask(1)
  answer(false)
  expect(failed).toEqual([1])
  expect(terminate).toHaveBeenCalledOnce()
  ask(2)
  ask(3)
  answer(false)
  expect(failed).toEqual([1])
  expect(sent).toEqual([1, 2, 3])
  answer()
  expect(found).toEqual([3])
  expect(workers()).toBe(3)
})

it('ends with the view', () => {
  const { ask, destroy, terminate } = open()
  ask(1)
  destroy()
  expect(terminate).toHaveBeenCalledOnce()
})

/** Compose, tested: the applications that a state is made of. */
import { describe, expect, it } from 'vitest'
import { hell } from '../../testing/unfold'
import { type Composition, compose } from './compose'
import { graphOf } from './run'
import { nodeAt } from './unfold'

const graph = graphOf(hell)
const state = nodeAt(graph, 'h', 3)!

const keysOf = ({ node, args }: Composition): unknown => (args ? args.map(keysOf) : node.key)

describe('a state as applications of one function', () => {
  it('goes back to the initial state and the inputs', () => {
    expect(keysOf(compose(graph, state, 3))).toEqual([[['h(0)', 'x(1)'], 'x(2)'], 'x(3)'])
    expect(keysOf(compose(graph, state, 99))).toEqual(keysOf(compose(graph, state, 3)))
  })

  it('goes as deep as it is asked to, and names what is below', () => {
    expect(keysOf(compose(graph, state, 0))).toBe('h(3)')
    expect(keysOf(compose(graph, state, 1))).toEqual(['h(2)', 'x(3)'])
    expect(keysOf(compose(graph, state, 2))).toEqual([['h(1)', 'x(2)'], 'x(3)'])
  })
})

/** Examples: one use of a row of the table of operations, as an expression reads it: random inputs, their value, a random gradient. */
import { type Environment, evaluate } from '../src/engine/expression'
import { type OperationName, operations } from '../src/engine/operations'
import { createRandom, vectorBetween } from '../src/engine/random'
import { toTensor } from '../src/engine/tensor'

export interface Example {
  readonly arity: number
  readonly environment: Environment
}

/** The same for the same seed. */
export const exampleOf = (name: OperationName, seed: number): Example => {
  const random = createRandom(seed)
  const operation = operations[name]
  const inputs = operation.example(random)
  const value = evaluate(operation.formula(inputs.length), (leaf) => {
    if (leaf.kind !== 'edge') throw new Error('a value is computed from edges alone')
    return inputs[leaf.index]!
  })
  const gradient = toTensor(value.shape, vectorBetween(random, value.data.length, -2, 2))
  return {
    arity: inputs.length,
    environment: (leaf) =>
      leaf.kind === 'edge' ? inputs[leaf.index]! : leaf.kind === 'output' ? value : gradient,
  }
}

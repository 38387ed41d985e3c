/** Tex: TeX typeset as the page does it, but strictly; and read back as a tree of sums and products. */
import katex from 'katex'

/** HTML and MathML of a formula. Throws where KaTeX does not understand it, or would only with a warning. */
export const typeset = (tex: string): string =>
  katex.renderToString(tex, {
    throwOnError: true,
    trust: ({ command }) => command === '\\htmlClass',
    // Classes are how parameters get their hue; all else that strict mode objects to is a mistake.
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    output: 'htmlAndMathml',
  })

/** What a reader makes of the parts of a formula. */
export interface Reading<V> {
  readonly names: ReadonlyMap<string, V>
  readonly number: (value: number) => V
  readonly call: (fn: string, ...args: readonly V[]) => V
}

/**
 * Reads a formula as a person does: sums of products of factors, functions of the factor that follows them, brackets
 * first. Throws where it cannot be read, or where a 2 stands beside the time of a name: h^(3)2 is not a square.
 */
export const readTex = <V>(tex: string, { names, number, call }: Reading<V>): V => {
  const known = [...names.keys()].toSorted((a, b) => b.length - a.length)
  let rest = tex
  const take = (text: string): boolean => {
    if (!rest.startsWith(text)) return false
    rest = rest.slice(text.length).trimStart()
    return true
  }
  const need = (text: string): void => {
    if (!take(text)) throw new Error(`${text} is missing before ${rest} in ${tex}`)
  }
  const inside = (end: string): V => {
    const value = sum()
    need(end)
    return value
  }
  const sum = (): V => {
    let value = product()
    for (;;)
      if (take('+')) value = call('add', value, product())
      else if (take('-')) value = call('subtract', value, product())
      else return value
  }
  const product = (): V => {
    let value = factor()
    while (take('\\,') || take('\\odot')) value = call('product', value, factor())
    return value
  }
  const factor = (): V => {
    if (take('\\tanh\\,')) return call('tanh', factor())
    if (take('\\sigma\\,')) return call('sigmoid', factor())
    if (take('\\operatorname{softmax}\\,')) return call('softmax', factor())
    if (take('\\operatorname{arg\\,max}\\,')) return call('argmax', factor())
    if (take('\\log \\textstyle\\sum \\exp')) return call('logSumExp', factor())
    if (take('\\textstyle\\sum \\log \\left(1 + \\exp \\left(')) {
      const value = call('logOnePlusExp', inside('\\right)'))
      need('\\right)')
      return value
    }
    return raised()
  }
  const raised = (): V => {
    const name = known.find((text) => rest.startsWith(text))
    let hasTime = name?.includes('^') ?? false
    let value = name !== undefined && take(name) ? names.get(name)! : atom()
    for (;;)
      if (take('^{2}')) {
        if (hasTime) throw new Error(`a square that is none in ${tex}`)
        value = call('square', value)
      } else if (take('^{\\top}')) value = call('transpose', value)
      else if (take('\\left[')) {
        value = call('pick', value, inside('\\right]'))
        hasTime = false
      } else return value
  }
  const atom = (): V => {
    if (take('\\left(')) return inside('\\right)')
    if (take('\\operatorname{diag}\\left(')) return call('diag', inside('\\right)'))
    if (take('\\operatorname{draw}\\left(')) return call('draw', inside(','), inside('\\right)'))
    if (take('\\max\\left(0,')) return call('relu', inside('\\right)'))
    if (take('\\left[')) return call('positive', inside('> 0\\right]'))
    if (take('\\mathbf{1}_{')) return call('oneHot', inside('}'))
    const digits = /^[\d.]+/.exec(rest)?.[0]
    if (digits === undefined) throw new Error(`nothing to read at ${rest} in ${tex}`)
    need(digits)
    return number(Number(digits))
  }
  const value = sum()
  if (rest !== '') throw new Error(`${rest} is left over of ${tex}`)
  return value
}

/** Formula: typeset TeX. KaTeX comes in a chunk of its own; a formula once typeset is kept and copied, and a copy stays where it is. */
import { useLayoutEffect, useRef, useState } from 'react'
import { lighten } from './lighten'
import { type Typesetter, createTypesetter } from './typeset'

interface Typesetters {
  readonly full: Typesetter
  /** Without MathML, which nobody hears where a label speaks. */
  readonly drawn: Typesetter
}

let typesetters: Typesetters | null = null
let loading: Promise<void> | null = null

const fonts = ['1em KaTeX_Main', 'italic 1em KaTeX_Math', '1em KaTeX_Size1']

const load = async (): Promise<void> => {
  const [{ default: katex }] = await Promise.all([
    import('katex'),
    import('katex/dist/katex.min.css'),
  ])
  // A formula in another font, then in its own, would move what stands below it.
  await Promise.allSettled(fonts.map(async (font) => document.fonts.load(font)))
  const typeset = (output: 'html' | 'htmlAndMathml') =>
    createTypesetter((tex, element) => {
      katex.render(tex, element, {
        throwOnError: false,
        // Classes for the hues of parameters; the TeX is the program's own, never a file's.
        trust: ({ command }) => command === '\\htmlClass',
        strict: false,
        output,
      })
      lighten(element)
    })
  typesetters = { full: typeset('htmlAndMathml'), drawn: typeset('html') }
}

interface Props {
  readonly tex: string
  /** It stands in what has a label, or beside it: it is drawn, and not said again. */
  readonly isLabelled?: boolean
}

export const Formula = ({ tex, isLabelled = false }: Props) => {
  const kind = isLabelled ? 'drawn' : 'full'
  const host = useRef<HTMLSpanElement>(null)
  const [isReady, setReady] = useState(typesetters !== null)
  useLayoutEffect(() => {
    if (isReady) {
      typesetters![kind].put(tex, host.current!)
      return
    }
    let isHere = true
    loading ??= load()
    void loading.then(() => isHere && setReady(true))
    return () => {
      isHere = false
    }
  }, [tex, kind, isReady])
  useLayoutEffect(() => {
    const place = host.current!
    return () => typesetters?.[kind].leave(place)
  }, [kind])
  return <span className={isReady ? 'formula' : 'formula waiting'} ref={host} />
}

/** Formula: typeset TeX. KaTeX comes in a chunk of its own; a formula once typeset is kept and copied, and a copy stays where it is. */
import { useLayoutEffect, useRef, useState } from 'react'
import { type Typesetter, createTypesetter } from './typeset'

let typesetter: Typesetter | null = null
let loading: Promise<void> | null = null

const fonts = ['1em KaTeX_Main', 'italic 1em KaTeX_Math', '1em KaTeX_Size1']

const load = async (): Promise<void> => {
  const [{ default: katex }] = await Promise.all([
    import('katex'),
    import('katex/dist/katex.min.css'),
  ])
  // A formula in another font, then in its own, would move what stands below it.
  await Promise.allSettled(fonts.map(async (font) => document.fonts.load(font)))
  typesetter = createTypesetter((tex, element) =>
    katex.render(tex, element, {
      throwOnError: false,
      // Classes for the hues of parameters; the TeX is the program's own, never a file's.
      trust: ({ command }) => command === '\\htmlClass',
      strict: false,
      output: 'htmlAndMathml',
    }),
  )
}

export const Formula = ({ tex }: { readonly tex: string }) => {
  const host = useRef<HTMLSpanElement>(null)
  const [isReady, setReady] = useState(typesetter !== null)
  useLayoutEffect(() => {
    if (isReady) {
      typesetter!.put(tex, host.current!)
      return
    }
    let isHere = true
    loading ??= load()
    void loading.then(() => isHere && setReady(true))
    return () => {
      isHere = false
    }
  }, [tex, isReady])
  useLayoutEffect(() => {
    const place = host.current!
    return () => typesetter?.leave(place)
  }, [])
  return <span className={isReady ? 'formula' : 'formula waiting'} ref={host} />
}

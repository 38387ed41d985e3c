/** Prose: words in which a name of a time stands as the stage writes it: `h(2)` with a raised (2), not as a function of 2. */
import { Children, Fragment, type ReactNode } from 'react'

/** A letter that is not the end of a word, what stands low behind it, and its time. */
const timed =
  /(?<![\p{Script=Latin}\p{M}])([a-zJL]\p{M}*)(?:_(\w+))?(\((?:\d+|[ijkt]|τ|t ?[−+] ?1)\))/u

/** `children`: texts, which change, and parts of their own, which stay as they are. */
export const Prose = ({ children }: { readonly children: ReactNode }) =>
  Children.map(children, (child) => (typeof child === 'string' ? raised(child) : child))

const raised = (text: string): ReactNode => {
  // What is matched stands behind each piece of text between: letter, index, time.
  const pieces = text.split(timed)
  const names = Array.from({ length: (pieces.length - 1) / 4 }, (_, i) => pieces.slice(4 * i + 1))
  return (
    <>
      {pieces[0]}
      {names.map(([letter, index, time, after], i) => (
        <Fragment key={i}>
          <span className="math-name timed">
            <i>
              {letter}
              {index && <sub>{index}</sub>}
            </i>
            <sup>{time}</sup>
          </span>
          {after}
        </Fragment>
      ))}
    </>
  )
}

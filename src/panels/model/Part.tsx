/** Part: a titled part of the view. */
import { type ReactNode, useId } from 'react'

interface Props {
  readonly title: string
  /** Takes the whole width. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

export const Part = ({ title, isWide, children }: Props) => {
  const id = useId()
  return (
    <section className={isWide ? 'model-part wide' : 'model-part'} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}

/** A variable at a time, as the book writes it. */
export const Timed = ({ letter, t }: { readonly letter: string; readonly t: number | string }) => (
  <span className="math-name">
    <i>{letter}</i>
    <sup>({t})</sup>
  </span>
)

/** What may be wider than its part; then it scrolls, by keys, too. */
export const Scroller = ({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="model-scroll" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
)

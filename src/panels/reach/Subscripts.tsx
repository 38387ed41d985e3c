/** Subscripts: `σ_max` in running text, with its subscript set low. */
import { Fragment } from 'react'

export const Subscripts = ({ text }: { readonly text: string }) =>
  text.split('σ_max').map((part, i) => (
    <Fragment key={i}>
      {i > 0 && (
        <>
          σ<sub>max</sub>
        </>
      )}
      {part}
    </Fragment>
  ))

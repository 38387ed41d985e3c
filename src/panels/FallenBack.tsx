/** FallenBack: of a field that was left with what cannot be: what that was, and that the field is as before; until something is pressed. */
import { useEffect } from 'react'
import { fallenBackWords } from '../i18n/fallenBack'
import { useWords } from './useUnfold'

interface Props {
  readonly typed: string
  readonly hint: string
  readonly value: string
  readonly onGone: () => void
}

export const FallenBack = ({ typed, hint, value, onGone }: Props) => {
  const say = useWords(fallenBackWords)
  useEffect(() => {
    const presses = ['pointerdown', 'keydown']
    for (const press of presses) document.addEventListener(press, onGone)
    return () => {
      for (const press of presses) document.removeEventListener(press, onGone)
    }
  })
  return (
    <span className="refusal" role="status">
      {say(typed, hint, value)}
    </span>
  )
}

/** Walk cells: the arrows in the ledger; what can be pressed there is walked. Comes with the first arrow. */
import type { KeyboardEvent } from 'react'
import { moveAmongCells } from '../table/moveAmongCells'

export const walkCells = (event: KeyboardEvent): void => moveAmongCells(event, 'button:enabled')

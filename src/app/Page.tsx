/** Page: where everything stands; files dropped anywhere are opened. */
import { useEffect, useRef, useState } from 'react'
import { Inspector } from '../panels/Inspector'
import { KeysDialog } from '../panels/KeysDialog'
import { Messages } from '../panels/Messages'
import { SceneBar } from '../panels/SceneBar'
import { TopBar } from '../panels/TopBar'
import { Transport } from '../panels/Transport'
import { readNetworkFile } from '../panels/fileAccess'
import { useDictionary, useUnfold } from '../panels/useUnfold'
import { ScenePane } from './ScenePane'
import { listenToKeys } from './shortcuts'

export const Page = () => {
  const unfold = useUnfold()
  const [isSheetOpen, setSheetOpen] = useState(false)
  const keys = useRef<HTMLDialogElement>(null)
  const openKeys = () => keys.current?.showModal()
  useEffect(() => listenToKeys(unfold, () => keys.current?.showModal()), [unfold])
  return (
    <div className="page">
      <TopBar onKeys={openKeys} />
      <Messages />
      <SceneBar />
      <ScenePane />
      <Inspector />
      <Transport isSheetOpen={isSheetOpen} onSheet={setSheetOpen} />
      <KeysDialog dialog={keys} />
      <DropZone />
    </div>
  )
}

const DropZone = () => {
  const unfold = useUnfold()
  const { file } = useDictionary()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const [dropped] = event.dataTransfer!.files
      if (dropped) void readNetworkFile(unfold, dropped)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [unfold])
  return isOver ? <div className="drop-zone">{file.drop}</div> : null
}

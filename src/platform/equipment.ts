/** What a slice opens when it first needs it and keeps as long as the program is open: a process, a connection. */
export interface Equipment {
  close(): Promise<void>
}

/** All that is open, one of each. */
export interface EquipmentRoom extends Equipment {
  /** @param open is its name too: the same function gets the same piece */
  use<Piece extends Equipment>(open: () => Piece): Piece
}

export function equipmentRoom(): EquipmentRoom {
  const pieces = new Map<() => Equipment, Equipment>()
  return {
    use<Piece extends Equipment>(open: () => Piece): Piece {
      const piece = pieces.get(open) ?? open()
      pieces.set(open, piece)
      return piece as Piece // oxlint-disable-line typescript/no-unsafe-type-assertion -- what stands under a function is what it opened
    },
    async close() {
      await Promise.all([...pieces.values()].map((piece) => piece.close()))
    },
  }
}

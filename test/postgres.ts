export async function postgresUrl(): Promise<string | undefined> {
  return process.env['TRY_PG']
}

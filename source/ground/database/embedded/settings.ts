import type { Place } from './place.ts'

/** `durable: false` trades safety against a power cut for speed: tests only. `settings` override the lean ones below. */
export type Durability = { durable: boolean; settings: Record<string, string> }

/** Small on a small server: about 16 MB at rest. A large installation names its own PostgreSQL in DATABASE_URL. */
const lean: Record<string, string> = {
  shared_buffers: '32MB',
  work_mem: '8MB',
  maintenance_work_mem: '32MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1',
  max_connections: '60',
  io_method: 'sync',
  huge_pages: 'off',
  jit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_replication_slots: '0',
  max_logical_replication_workers: '0',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  autovacuum_max_workers: '2',
  autovacuum_worker_slots: '4',
}

const notDurable = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** The server's settings, given on its command line: what this Perenne says holds, whatever an older one wrote. */
export function settingsFor(place: Place, { durable, settings }: Durability): Record<string, string> {
  return {
    ...lean,
    ...(durable ? {} : notDurable),
    ...settings,
    cluster_name: place.clusterName,
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: place.socketFolder,
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    // Statements and details hold people's names and addresses: they do not belong into a log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
}

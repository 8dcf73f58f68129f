// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Holds all state stores of the process to one share of memory outside the heap. Without it each store and segment has
 * its own, and their number grows with partitions and time.
 *
 * <p>Kafka Streams makes an instance for each store, so that what they share can only be static.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long MEMORY = 64L * 1024 * 1024;
    private static final long WRITE_BUFFERS = 16L * 1024 * 1024;
    private static final long ONE_WRITE_BUFFER = 2L * 1024 * 1024;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(MEMORY);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(ONE_WRITE_BUFFER);
    }

    @Override
    public void close(String storeName, Options options) {
        // The cache and the buffers are every store's, and live as long as the process.
    }
}

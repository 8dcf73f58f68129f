// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, by the IANA registries of special-purpose addresses (RFC
 * 6890 and its successors). An IPv6 address that carries an IPv4 address is as public as that.
 */
final class PublicAddress {

    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            block("0.0.0.0", 8), // this network
            block("10.0.0.0", 8),
            block("100.64.0.0", 10), // carriers' NAT
            block("127.0.0.0", 8),
            block("168.63.129.16", 32), // metadata and control of a large cloud, on an address that looks public
            block("169.254.0.0", 16), // link-local, and the clouds' metadata
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24), // documentation
            block("192.88.99.0", 24), // 6to4 relays
            block("192.168.0.0", 16),
            block("198.18.0.0", 15), // benchmarks
            block("198.51.100.0", 24), // documentation
            block("203.0.113.0", 24), // documentation
            block("224.0.0.0", 4), // multicast
            block("240.0.0.0", 4)); // reserved, broadcast

    private static final Block GLOBAL_UNICAST = block("2000::", 3);

    private static final List<Block> NOT_PUBLIC_V6 = List.of(
            block("2001::", 23), // protocol assignments: Teredo, ORCHID
            block("2001:db8::", 32), // documentation
            block("3fff::", 20)); // documentation

    private static final Block SIX_TO_FOUR = block("2002::", 16);
    private static final int SIX_TO_FOUR_OFFSET = 2;
    private static final Block NAT64 = block("64:ff9b::", 96);
    private static final Block MAPPED = new Block(mappedPrefix(), 96);
    private static final int LAST_FOUR = 12;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        return NOT_PUBLIC_V4.stream().noneMatch(block -> block.holds(bytes));
    }

    private static boolean isPublicV6(byte[] bytes) {
        if (NAT64.holds(bytes) || MAPPED.holds(bytes)) {
            return isPublicV4(Arrays.copyOfRange(bytes, LAST_FOUR, LAST_FOUR + 4));
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return isPublicV4(Arrays.copyOfRange(bytes, SIX_TO_FOUR_OFFSET, SIX_TO_FOUR_OFFSET + 4));
        }
        return GLOBAL_UNICAST.holds(bytes) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static byte[] mappedPrefix() {
        byte[] prefix = new byte[16];
        // Java makes an IPv4 address of ::ffff:0:0 where it reads it as text.
        prefix[10] = (byte) 0xFF;
        prefix[11] = (byte) 0xFF;
        return prefix;
    }

    private static Block block(String address, int length) {
        try {
            return new Block(InetAddress.getByName(address).getAddress(), length);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(address + " is an address, and was not read as one", e);
        }
    }

    /** Addresses that begin with the same bits. */
    private record Block(byte[] prefix, int length) {

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = length / Byte.SIZE;
            int mask = 0xFF00 >> length % Byte.SIZE & 0xFF;
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (prefix[whole] & mask));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names only to addresses of the public internet: a host of which any address is another is refused.
 *
 * <p>The client connects to the very addresses that were checked here, so a name that resolves differently a moment
 * later (DNS rebinding) gains nothing, and neither does another spelling of an address: {@code 127.1},
 * {@code 0x7f.0.0.1}, {@code 2130706433}. Thread-safe where the resolver behind it is.
 */
final class AddressGuard implements DnsResolver {

    private final DnsResolver resolver;

    AddressGuard(DnsResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : addresses) {
            if (!PublicAddress.is(address)) {
                throw new ForbiddenAddressException(
                        host + " has the address " + address.getHostAddress() + ", which is not a public one");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        // Asking DNS for another name would be one more name to check, and nothing here needs it.
        return host;
    }
}

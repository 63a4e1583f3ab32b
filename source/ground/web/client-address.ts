import { BlockList, isIP, isIPv6 } from 'node:net'

/**
 * Who is at the other end, when some proxies in between are trusted: the nearest address in X-Forwarded-For that is
 * not one of ours. Whoever is not a trusted proxy can write what they like in that header; it is then not read. Where a
 * trusted proxy passed on something that is no address, the proxy itself is the client.
 *
 * @returns a function from the socket's address and the header to the client's address
 */
export function addressReader(
  trusted: readonly string[],
): (socketAddress: string, forwardedFor: string | undefined) => string {
  const proxies = new BlockList()
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  // What is no address (a name, a Unix socket, rubbish) is nobody we trust.
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  return (socketAddress, forwardedFor) => {
    let client = plain(socketAddress)
    const hops = (forwardedFor ?? '')
      .split(',')
      .map(hop => plain(hop.trim()))
      .filter(hop => hop !== '')
    while (hops.length > 0 && isTrusted(client)) {
      const hop = hops.pop() as string
      if (isIP(hop) === 0) break
      client = hop
    }
    return client
  }
}

// An IPv4 client on a dual-stack socket shows as ::ffff:192.0.2.1.
// Some proxies write the port too: 192.0.2.1:4711, [2001:db8::1]:4711.
const plain = (address: string) =>
  address
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')

import { BlockList, isIPv6 } from 'node:net'

/**
 * Who is at the other end, when some proxies in between are trusted: the nearest address in X-Forwarded-For that is
 * not one of ours. Whoever is not a trusted proxy can write what they like in that header; it is then not read.
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
  const isTrusted = (address: string) => proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  return (socketAddress, forwardedFor) => {
    let client = plain(socketAddress)
    const hops = (forwardedFor ?? '')
      .split(',')
      .map(hop => plain(hop.trim()))
      .filter(hop => hop !== '')
    while (hops.length > 0 && isTrusted(client)) client = hops.pop() as string
    return client
  }
}

// An IPv4 client on a dual-stack socket shows as ::ffff:192.0.2.1.
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '')

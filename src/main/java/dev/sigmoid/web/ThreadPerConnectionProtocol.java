package dev.sigmoid.web;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.sigmoid.web.load.Pace;
import dev.sigmoid.web.load.Pace.Transfer;
import dev.sigmoid.web.load.Preemption;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.collections.SynchronizedStack;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with a virtual thread for each connection, which waits for the next request
 * where it has answered the last, on a blocking channel. Tomcat would hand the connection
 * to its poller and start another thread when the request comes, for more than the answer
 * of a single value costs.
 *
 * <p>
 * These threads take turns: virtual ones are not preempted, so that who has written gives
 * up the processor before it reads or writes again. Otherwise a client that sends its
 * requests ahead would keep it for as long as it likes.
 *
 * <p>
 * After a large answer the connection goes on with a thread of the operating system, if
 * the next request comes at once: it would be given such a thread for the next large
 * answer anyway, and each change of threads on the way waits for a processor. There are
 * few such threads; where none is left, the connection goes on as it did.
 *
 * <p>
 * Where a connection cannot have a thread of its own, that is without virtual threads,
 * with TLS or HTTP/2, everything goes Tomcat's way. Handlers must read and write by
 * blocking: there is no {@code ReadListener} here.
 *
 * <p>
 * A connection without TLS whose request comes slower than the slowest pace, byte by
 * byte, is closed: the time-outs begin anew with every byte.
 */
public final class ThreadPerConnectionProtocol extends Http11NioProtocol {

	/** Every channel is used again: there are as many as connections at most. */
	private static final int ALL_CHANNELS = -1;

	/** What is kept, with all that it has grown by, for connections to come. */
	private static final int SPARE_PROCESSORS = 32;

	/** Made by Tomcat, by name. */
	public ThreadPerConnectionProtocol() {
		super(new Endpoint());
	}

	/** Sets the slowest pace of a request; none if this is never called. */
	void setPace(Pace pace) {
		((Endpoint) getEndpoint()).pace = pace;
	}

	@Override
	public void start() throws Exception {
		Endpoint endpoint = (Endpoint) getEndpoint();
		endpoint.threadPerConnection = getExecutor() instanceof VirtualThreadExecutor && !isSSLEnabled()
				&& findUpgradeProtocols().length == 0 && endpoint.getUnixDomainSocketPath() == null;
		if (endpoint.threadPerConnection) {
			// outside the heap, where the system reads and writes: one copy less
			endpoint.getSocketProperties().setDirectBuffer(true);
			endpoint.getSocketProperties().setBufferPool(ALL_CHANNELS);
			// a connection has one as long as it has its thread, not for each request
			setProcessorCache(Math.min(getProcessorCache(), SPARE_PROCESSORS));
		}
		super.start();
	}

	private static final class Endpoint extends NioEndpoint {

		private @Nullable Pace pace;

		private boolean threadPerConnection;

		private @Nullable ScheduledFuture<?> closing;

		@Override
		public void startInternal() throws Exception {
			super.startInternal();
			if (this.threadPerConnection) {
				this.closing = getUtilityExecutor().scheduleWithFixedDelay(this::closeOverdue, 1, 1, TimeUnit.SECONDS);
			}
		}

		@Override
		public void stopInternal() {
			super.stopInternal();
			if (this.closing != null) {
				this.closing.cancel(false);
				this.closing = null;
				this.connections.keySet().forEach(this::close);
			}
		}

		@Override
		protected NioChannel createChannel(SocketBufferHandler buffers) {
			if (this.threadPerConnection) {
				return new BlockingChannel(buffers, this.pace);
			}
			return isSSLEnabled() ? super.createChannel(buffers) : new PacedChannel(buffers, this.pace);
		}

		@Override
		protected boolean setSocketOptions(SocketChannel socket) {
			return this.threadPerConnection ? startThread(socket) : super.setSocketOptions(socket);
		}

		private boolean startThread(SocketChannel socket) {
			Wrapper wrapper = null;
			try {
				this.socketProperties.setProperties(socket.socket());
				BlockingChannel channel = channel();
				Wrapper made = new Wrapper(channel, this);
				channel.reset(socket, made);
				this.connections.put(socket, made);
				wrapper = made;
				wrapper.setReadTimeout(getConnectionTimeout());
				wrapper.setWriteTimeout(getConnectionTimeout());
				wrapper.setKeepAliveLeft(getMaxKeepAliveRequests());
				return processSocket(wrapper, SocketEvent.OPEN_READ, true);
			}
			catch (IOException | RuntimeException ex) {
				getLog().debug("a connection ended before it began", ex);
				if (wrapper == null) {
					destroySocket(socket);
				}
				return false;
			}
		}

		/** Goes on with another thread, which reads the next request. */
		private void changeThread(Wrapper wrapper) {
			BlockingChannel channel = wrapper.channel;
			if (channel.isLarge() && Preemption.tryExecute(createSocketProcessor(wrapper, SocketEvent.OPEN_READ))) {
				return;
			}
			channel.sent = 0; // otherwise the virtual thread would want another at once
			if (!processSocket(wrapper, SocketEvent.OPEN_READ, true)) {
				throw new RejectedExecutionException("no thread for the next request");
			}
		}

		private BlockingChannel channel() {
			SynchronizedStack<NioChannel> channels = getNioChannels();
			NioChannel channel = (channels != null) ? channels.pop() : null;
			if (channel == null) {
				channel = createChannel(new SocketBufferHandler(this.socketProperties.getAppReadBufSize(),
						this.socketProperties.getAppWriteBufSize(), this.socketProperties.getDirectBuffer()));
			}
			return (BlockingChannel) channel;
		}

		/** Wakes up who has waited for too long, by closing the connection. */
		private void closeOverdue() {
			this.connections.forEach((socket, wrapper) -> {
				if (wrapper.getSocket() instanceof BlockingChannel channel && channel.isOverdue()) {
					close(socket);
				}
			});
		}

		private void close(SocketChannel socket) {
			try {
				socket.close();
			}
			catch (IOException | RuntimeException ex) {
				getLog().debug("a connection was not closed", ex);
			}
		}

	}

	/** Tells its channel what Tomcat reads. */
	private static final class Wrapper extends NioEndpoint.NioSocketWrapper {

		private final BlockingChannel channel;

		Wrapper(BlockingChannel channel, NioEndpoint endpoint) {
			super(channel, endpoint);
			this.channel = channel;
		}

		@Override
		public int read(boolean block, ByteBuffer target) throws IOException {
			// Tomcat blocks for bodies, never for a request's head
			if (!block && this.channel.isOnTheWrongThread()) {
				return 0; // Tomcat then registers its interest
			}
			this.channel.readsBody = block;
			int count = super.read(block, target);
			if (!block && count > 0 && getEndpoint().isPaused()) {
				throw new EOFException("a request came when none is taken any more");
			}
			return count;
		}

		/** Called by Tomcat when nothing was read of a request's head that is due. */
		@Override
		public void registerReadInterest() {
			((Endpoint) getEndpoint()).changeThread(this);
		}

		/**
		 * Counts as a connection until its client has had the time to read the answer.
		 */
		@Override
		public void close() {
			try {
				if (!isClosed()) {
					this.channel.linger();
				}
			}
			finally {
				super.close();
			}
		}

	}

	/** A channel that holds its client to a pace. */
	private static class PacedChannel extends NioChannel {

		private final @Nullable Pace pace;

		private @Nullable Transfer request;

		PacedChannel(SocketBufferHandler buffers, @Nullable Pace pace) {
			super(buffers);
			this.pace = pace;
		}

		@Override
		public void reset(@Nullable SocketChannel socket, NioEndpoint.@Nullable NioSocketWrapper wrapper)
				throws IOException {
			super.reset(socket, wrapper);
			this.request = null;
		}

		@Override
		public final int read(ByteBuffer target) throws IOException {
			int count = receive(target);
			if (count > 0 && !isInTime(count)) {
				throw new SocketTimeoutException("the request comes too slowly");
			}
			return count;
		}

		@Override
		public final int write(ByteBuffer source) throws IOException {
			this.request = null;
			return send(source);
		}

		int receive(ByteBuffer target) throws IOException {
			return super.read(target);
		}

		int send(ByteBuffer source) throws IOException {
			return super.write(source);
		}

		/** The clock starts with a request's first byte, and ends with its answer's. */
		private boolean isInTime(int count) {
			if (this.request == null && this.pace != null) {
				this.request = this.pace.start();
			}
			return this.request == null || this.request.isInTime(count);
		}

	}

	/** A channel whose thread waits for its client. */
	private static final class BlockingChannel extends PacedChannel {

		private static final long NEVER = Long.MAX_VALUE;

		private static final long ORIGIN = System.nanoTime();

		/**
		 * So many times a thread yields, then it pauses: those that yield come before
		 * those that are new or have been woken up from outside.
		 */
		private static final int TURNS = 64;

		/**
		 * How many bytes make an answer a large one here. (What needs admission is large
		 * by its points, which a connection does not know.)
		 */
		private static final long LARGE = 1 << 20;

		/**
		 * How long a thread of the system waits for the request behind a large answer.
		 */
		private static final int SOON_MILLIS = 50;

		/** How long a client has to end its connection when its last answer is sent. */
		private static final Duration LINGERING = Duration.ofSeconds(1);

		private static final int LINGERING_BYTES = 8192;

		/** Until when the client is waited for, in nanoseconds since the origin. */
		private volatile long deadline = NEVER;

		/** How many bytes were sent since a request's head was last read. */
		private long sent;

		private boolean readsBody;

		private boolean hadItsTurn;

		private int turns;

		BlockingChannel(SocketBufferHandler buffers, @Nullable Pace pace) {
			super(buffers, pace);
		}

		@Override
		public void reset(@Nullable SocketChannel socket, NioEndpoint.@Nullable NioSocketWrapper wrapper)
				throws IOException {
			super.reset(socket, wrapper);
			// otherwise a channel kept for later would keep the last connection's
			// processor
			setAppReadBufHandler(null);
			this.hadItsTurn = false;
			this.sent = 0;
		}

		/**
		 * Leaves the memory to the garbage collector: Tomcat would use what Java gives
		 * up.
		 */
		@Override
		public void free() {
		}

		@Override
		int receive(ByteBuffer target) throws IOException {
			letOthersRun();
			if (this.readsBody) {
				return receiveInTime(target, Math.max(this.socketWrapper.getReadTimeout(), 0));
			}
			this.sent = 0;
			if (!Thread.currentThread().isVirtual()) {
				return receiveSoon(target);
			}
			this.deadline = deadline(this.socketWrapper.getReadTimeout());
			try {
				return super.receive(target);
			}
			finally {
				this.deadline = NEVER;
			}
		}

		/**
		 * Fails, and leaves the connection open, if nothing comes in time, so that the
		 * client of a body can be told why. This takes a timer for each wait, which would
		 * be too dear for each request.
		 */
		private int receiveInTime(ByteBuffer target, long millis) throws IOException {
			Socket socket = this.sc.socket();
			socket.setSoTimeout((int) millis);
			byte[] bytes = new byte[target.remaining()];
			int count = socket.getInputStream().read(bytes);
			if (count > 0) {
				target.put(bytes, 0, count);
			}
			return count;
		}

		/**
		 * Receives nothing, 0 bytes, if nothing comes soon: this thread is not for
		 * waiting.
		 */
		private int receiveSoon(ByteBuffer target) throws IOException {
			try {
				return receiveInTime(target, SOON_MILLIS);
			}
			catch (SocketTimeoutException ex) {
				return 0;
			}
		}

		/** Returns whether much was sent since the last head of a request was read. */
		private boolean isLarge() {
			return this.sent > LARGE;
		}

		/**
		 * Returns whether the next head is for a thread of the other kind: after a large
		 * answer for one of the system, otherwise for a virtual one.
		 */
		private boolean isOnTheWrongThread() {
			return isLarge() == Thread.currentThread().isVirtual();
		}

		@Override
		int send(ByteBuffer source) throws IOException {
			letOthersRun();
			this.hadItsTurn = Thread.currentThread().isVirtual();
			this.deadline = deadline(this.socketWrapper.getWriteTimeout());
			try {
				int count = super.send(source);
				this.sent += count;
				return count;
			}
			finally {
				this.deadline = NEVER;
			}
		}

		@SuppressWarnings("ThreadPriorityCheck") // a hint is all that is meant
		private void letOthersRun() {
			if (this.hadItsTurn) {
				this.hadItsTurn = false;
				if (++this.turns % TURNS == 0) {
					LockSupport.parkNanos(1);
				}
				else {
					Thread.yield();
				}
			}
		}

		/**
		 * Ends the answer, then takes what the client still sends until it ends too, for
		 * a moment at most: a socket that is closed with bytes unread resets the
		 * connection, and the answer may be lost with it.
		 */
		private void linger() {
			long end = System.nanoTime() + LINGERING.toNanos();
			byte[] ignored = new byte[LINGERING_BYTES];
			try {
				Socket socket = this.sc.socket();
				socket.shutdownOutput();
				long left = LINGERING.toMillis();
				while (left > 0) {
					socket.setSoTimeout((int) left);
					this.hadItsTurn = true;
					letOthersRun();
					boolean ended = socket.getInputStream().read(ignored) < 0;
					left = ended ? 0 : TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
				}
			}
			catch (IOException ex) {
				// gone, or still there after a moment: closed either way
				return;
			}
		}

		private static long deadline(long millis) {
			return (millis > 0) ? System.nanoTime() - ORIGIN + TimeUnit.MILLISECONDS.toNanos(millis) : NEVER;
		}

		boolean isOverdue() {
			return System.nanoTime() - ORIGIN > this.deadline;
		}

	}

}

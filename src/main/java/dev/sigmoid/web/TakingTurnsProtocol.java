package dev.sigmoid.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import dev.sigmoid.web.load.Pace;
import dev.sigmoid.web.load.Pace.Transfer;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 whose connections take turns: who has written to the socket gives up the
 * processor before it reads or writes again.
 *
 * <p>
 * When many clients call, the next request of a connection has mostly arrived by the time
 * of its next turn: it is read at once, where Tomcat would otherwise hand the connection
 * to its poller and back, for more than the answer costs. With nobody else to run, a turn
 * costs a microsecond. And an answer of several pieces, on a virtual thread, which is not
 * preempted, lets others run between them.
 *
 * <p>
 * Threads that yield may come before those that the poller brings, so that a busy
 * connection goes back to the poller from time to time.
 *
 * <p>
 * A connection whose request comes slower than the slowest pace, byte by byte, is closed:
 * Tomcat's own time-out begins anew with every byte.
 */
public final class TakingTurnsProtocol extends Http11NioProtocol {

	/** Made by Tomcat, by name. */
	public TakingTurnsProtocol() {
		super(new Endpoint());
	}

	/** Sets the slowest pace of a request; none if this is never called. */
	void setPace(Pace pace) {
		((Endpoint) getEndpoint()).pace = pace;
	}

	private static final class Endpoint extends NioEndpoint {

		private @Nullable Pace pace;

		@Override
		protected NioChannel createChannel(SocketBufferHandler buffers) {
			return isSSLEnabled() ? super.createChannel(buffers) : new Channel(buffers, this.pace);
		}

	}

	private static final class Channel extends NioChannel {

		/** So many requests are read at once, then one by way of the poller. */
		private static final int TURNS = 64;

		private final @Nullable Pace pace;

		private @Nullable Transfer request;

		private int turns;

		private boolean hadItsTurn;

		Channel(SocketBufferHandler buffers, @Nullable Pace pace) {
			super(buffers);
			this.pace = pace;
		}

		@Override
		public void reset(SocketChannel socket, NioSocketWrapper wrapper) throws IOException {
			super.reset(socket, wrapper);
			this.request = null;
			this.turns = 0;
			this.hadItsTurn = false;
		}

		@Override
		public int read(ByteBuffer target) throws IOException {
			if (this.hadItsTurn && ++this.turns == TURNS) {
				this.turns = 0;
				this.hadItsTurn = false;
				return 0;
			}
			letOthersRun();
			int count = super.read(target);
			if (count > 0 && !isInTime(count)) {
				throw new SocketTimeoutException("the request comes too slowly");
			}
			return count;
		}

		@Override
		public int write(ByteBuffer source) throws IOException {
			letOthersRun();
			this.hadItsTurn = Thread.currentThread().isVirtual();
			this.request = null;
			return super.write(source);
		}

		/** The clock starts with a request's first byte, and ends with its answer's. */
		private boolean isInTime(int count) {
			if (this.request == null && this.pace != null) {
				this.request = this.pace.start();
			}
			return this.request == null || this.request.isInTime(count);
		}

		@SuppressWarnings("ThreadPriorityCheck") // a hint is all that is meant
		private void letOthersRun() {
			if (this.hadItsTurn) {
				this.hadItsTurn = false;
				Thread.yield();
			}
		}

	}

}

package dev.sigmoid.web;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * HTTP/1.1 whose connections take turns: who has written to the socket gives up the
 * processor before it reads or writes again.
 *
 * <p>
 * Virtual threads are not preempted, so without it a large answer would keep a processor
 * until its reader is slower than the service. And when many clients call, the next
 * request of a connection has mostly arrived by the time of its next turn: it is read at
 * once, where Tomcat would otherwise hand the connection to its poller and back, for more
 * than the answer costs. With nobody else to run, a turn costs a microsecond.
 */
public final class TakingTurnsProtocol extends Http11NioProtocol {

	/** Made by Tomcat, by name. */
	public TakingTurnsProtocol() {
		super(new Endpoint());
	}

	private static final class Endpoint extends NioEndpoint {

		@Override
		protected NioChannel createChannel(SocketBufferHandler buffers) {
			return isSSLEnabled() ? super.createChannel(buffers) : new Channel(buffers);
		}

	}

	private static final class Channel extends NioChannel {

		private boolean hadItsTurn;

		Channel(SocketBufferHandler buffers) {
			super(buffers);
		}

		@Override
		public int read(ByteBuffer target) throws IOException {
			letOthersRun();
			return super.read(target);
		}

		@Override
		public int write(ByteBuffer source) throws IOException {
			letOthersRun();
			this.hadItsTurn = true;
			return super.write(source);
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

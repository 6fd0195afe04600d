package dev.sigmoid.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import dev.sigmoid.web.load.Pace;
import dev.sigmoid.web.load.Pace.Transfer;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;

/**
 * A response that cuts off a reader who is slower than the slowest pace. The clock starts
 * with the second piece: most answers have one, which waits for nobody.
 */
final class PacedOutputStream extends FilterOutputStream {

	private final Pace pace;

	private boolean begun;

	private @Nullable Transfer transfer;

	PacedOutputStream(OutputStream response, Pace pace) {
		super(response);
		this.pace = pace;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		if (this.begun && this.transfer == null) {
			this.transfer = this.pace.start();
		}
		this.begun = true;
		this.out.write(bytes, offset, length);
		if (this.transfer != null && !this.transfer.isInTime(length)) {
			// Tomcat cuts the connection, and does not take it for a fault of ours
			throw new CloseNowException("the answer is read too slowly");
		}
	}

}

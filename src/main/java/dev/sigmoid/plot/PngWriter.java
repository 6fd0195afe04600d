package dev.sigmoid.plot;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PNG of 24-bit pixels row by row; {@code javax.imageio} needs the whole image.
 * The compressed pixels are collected and become one chunk when this is closed.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics, third
 * edition</a>
 */
final class PngWriter implements Closeable {

	private static final long SIGNATURE = 0x89504E470D0A1A0AL;

	private static final int BITS_A_SAMPLE = 8;

	private static final int RED_GREEN_BLUE = 2;

	private static final byte NO_FILTER = 0;

	private static final int BYTES_A_PIXEL = 3;

	private final DataOutputStream out;

	private final Deflater deflater = new Deflater();

	private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

	private final DeflaterOutputStream compressed = new DeflaterOutputStream(this.pixels, this.deflater, 8192);

	/** Writes what comes before the pixels. */
	PngWriter(OutputStream out, int width, int height) throws IOException {
		this.out = new DataOutputStream(out);
		this.out.writeLong(SIGNATURE);
		ByteArrayOutputStream header = new ByteArrayOutputStream();
		DataOutputStream fields = new DataOutputStream(header);
		fields.writeInt(width);
		fields.writeInt(height);
		fields.write(BITS_A_SAMPLE);
		fields.write(RED_GREEN_BLUE);
		// the only method of compression, the only one of filtering, not interlaced
		fields.write(new byte[3]);
		chunk("IHDR", header.toByteArray());
	}

	/** Writes a row, each of its pixels as 0xRRGGBB. */
	void writeRow(int[] row) throws IOException {
		byte[] bytes = new byte[1 + BYTES_A_PIXEL * row.length];
		bytes[0] = NO_FILTER;
		int at = 1;
		for (int pixel : row) {
			bytes[at++] = (byte) (pixel >> 16);
			bytes[at++] = (byte) (pixel >> 8);
			bytes[at++] = (byte) pixel;
		}
		this.compressed.write(bytes);
	}

	private void chunk(String type, byte[] data) throws IOException {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		CRC32 checksum = new CRC32();
		checksum.update(name);
		checksum.update(data);
		this.out.writeInt(data.length);
		this.out.write(name);
		this.out.write(data);
		this.out.writeInt((int) checksum.getValue());
	}

	/** Writes the pixels and the end; the stream below stays open. */
	@Override
	public void close() throws IOException {
		try (this.deflater) {
			this.compressed.finish();
			chunk("IDAT", this.pixels.toByteArray());
			chunk("IEND", new byte[0]);
		}
	}

}

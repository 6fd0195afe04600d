package dev.sigmoid.web.load;

import java.time.Duration;

import org.springframework.context.SmartLifecycle;

/**
 * The first thing that is done when the service is to stop: nothing, for a while. By then
 * readiness says no, and whoever spreads the requests has time to see it; meanwhile all
 * of them are answered, and connections are let go. Only then the server stops to listen,
 * and waits for what is under way.
 */
public final class Drain implements SmartLifecycle {

	private final Duration delay;

	private volatile boolean running;

	private volatile boolean underWay;

	/**
	 * Makes a drain.
	 * @param delay how long requests are still taken
	 */
	public Drain(Duration delay) {
		this.delay = delay;
	}

	/** Returns whether the service is about to stop. */
	public boolean isUnderWay() {
		return this.underWay;
	}

	@Override
	public void start() {
		this.underWay = false;
		this.running = true;
	}

	/** Returns when the delay has passed; being in the last phase, it stops first. */
	@Override
	public void stop() {
		this.underWay = true;
		try {
			Thread.sleep(this.delay);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}

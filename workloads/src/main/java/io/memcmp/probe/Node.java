package io.memcmp.probe;

/**
 * One kind of object that a workload's structure is made of.
 *
 * @param className its class in source form
 * @param fields its instance fields in order, {@code int value, ref next}, or {@code byte[1000]} for an array
 * @param instances how many are alive when the workload is quiet
 * @param payload bytes of data in one of them
 * @param size bytes of one of them in this virtual machine, −1 when unknown
 */
public record Node(String className, String fields, long instances, long payload, long size) {}
